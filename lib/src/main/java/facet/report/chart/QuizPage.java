package facet.report.chart;

import facet.data.image.ImageFile;
import facet.eval.quiz.PairQuiz;
import facet.io.AtomicFile;
import facet.report.Html;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A quiz as one page for a browser, which needs no network: a key or a click a pair, and at the end the letters to paste into a notebook. The page measures nothing and does not have the correct answers.
 */
public final class QuizPage {

    private static final String TEMPLATE = "/facet/report/quiz.html";
    private static final int LARGEST = 256; // pixels
    private static final int FRAME_HEIGHT = 620; // pixels

    private QuizPage() { }

    /** @return the whole page; throws a FacetException where an image can't be read */
    public static String html(PairQuiz quiz) {
        String pairs = quiz.pairs().stream().map(pair -> Stream.of(pair.first(), pair.second()).map(image -> '"' + encoded(image) + '"')
                .collect(Collectors.joining(",", "[", "]"))).collect(Collectors.joining(",\n", "[", "]"));
        return template().replace("{{PAIRS}}", pairs);
    }

    /**
     * Writes the page.
     *
     * @return the file
     * @throws facet.io.FacetException where it can't be written, or where photographs of real people would get a name that git does not ignore
     */
    public static Path write(PairQuiz quiz, Path html) {
        PairSheet.checkName(quiz, html);
        byte[] page = html(quiz).getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(html, out -> out.write(page));
        return html;
    }

    /**
     * Makes HTML that shows the page within a notebook. Its keys work after a click into it, and don't reach the notebook, in which D twice deletes a cell.
     *
     * @throws facet.io.FacetException where the pairs show real people: a notebook's output may be committed
     */
    public static String frame(PairQuiz quiz) {
        PairSheet.refusePhotographs(quiz);
        return "<iframe title=\"Quiz: same person or different people?\" style=\"width:100%;max-width:640px;height:" + FRAME_HEIGHT + "px;border:1px solid #999\" srcdoc=\""
                + Html.escape(html(quiz)) + "\"></iframe>";
    }

    private static String template() {
        try (InputStream page = QuizPage.class.getResourceAsStream(TEMPLATE)) {
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The image as the network sees it, upright, without the file's name and metadata. */
    private static String encoded(Path file) {
        return Jpeg.address(small(ImageFile.read(file)));
    }

    private static BufferedImage small(BufferedImage image) {
        double scale = Math.min(1, (double) LARGEST / Math.max(image.getWidth(), image.getHeight()));
        int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = small.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(image, 0, 0, width, height, null);
        graphics.dispose();
        return small;
    }
}
