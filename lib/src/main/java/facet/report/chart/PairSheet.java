package facet.report.chart;

import facet.eval.quiz.Answers;
import facet.eval.quiz.PairQuiz;
import facet.eval.quiz.QuizPair;
import facet.io.AtomicFile;
import facet.io.FacetException;
import java.awt.Graphics2D;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A quiz on one sheet: numbered pairs with two boxes to tick, two pairs a row on a screen, three on a printed page. With answers, whether each is correct instead of the boxes. */
public final class PairSheet implements Drawable {

    private static final Page SCREEN = new Page(2, 126); // as wide as a chart: letters are read on a phone
    private static final Page PAPER = new Page(3, 96);
    private static final int GAP = 4;
    private static final int LINE = 18;
    private static final int BOX = 11;
    private static final String OWN = "my-";

    /** How many pairs a row has, and the edge of a face in pixels. */
    private record Page(int columns, int face) {

        int width() {
            return 2 * face + GAP + 24;
        }

        int height() {
            return 2 * LINE + face + 14;
        }
    }

    private final PairQuiz quiz;
    private Optional<Answers> answers = Optional.empty();

    private PairSheet(PairQuiz quiz) {
        this.quiz = quiz;
    }

    /** @return the sheet of a quiz, without answers */
    public static PairSheet of(PairQuiz quiz) {
        return new PairSheet(quiz);
    }

    /** Shows for each pair what is true, and whether this answer is correct. */
    public PairSheet answers(Answers given) {
        answers = Optional.of(given);
        return this;
    }

    /**
     * Draws the sheet. An image that cannot be read is a box that says so.
     *
     * @throws FacetException where the pairs show real people: a notebook's output may be committed
     */
    @Override
    public Figure figure() {
        refusePhotographs(quiz);
        return drawn(SCREEN);
    }

    static void refusePhotographs(PairQuiz quiz) {
        if (quiz.photographs()) {
            throw new FacetException("The pairs show real people, and must not stand in a notebook's output. Write them to a file whose name begins with " + OWN + ", which git ignores.");
        }
    }

    private String text() {
        String pairs = quiz.pairs().size() + " numbered pairs of faces";
        return answers.map(given -> pairs + IntStream.range(0, quiz.pairs().size()).mapToObj(i -> (i + 1) + " " + (given.correct(quiz, i) ? "correct" : "wrong"))
                .collect(Collectors.joining(", ", ": ", "."))).orElse(pairs + ", each with a box for same and one for different.");
    }

    /**
     * Writes the sheet as JPEG, to be printed.
     *
     * @return the file
     * @throws FacetException where it can't be written, or where photographs of real people would get a name that git does not ignore
     */
    public Path write(Path jpg) {
        checkName(quiz, jpg);
        byte[] sheet = drawn(PAPER).bytes();
        AtomicFile.write(jpg, out -> out.write(sheet));
        return jpg;
    }

    static void checkName(PairQuiz quiz, Path file) {
        if (quiz.photographs() && !file.getFileName().toString().startsWith(OWN)) {
            throw new FacetException("The pairs show real people: " + file.getFileName() + " could be committed by mistake. Give it a name that begins with " + OWN + ", which git ignores in notebooks.");
        }
    }

    private Figure drawn(Page page) {
        int rows = (quiz.pairs().size() + page.columns - 1) / page.columns;
        return new Figure(text(), page.columns * page.width(), rows * page.height(), true, (graphics, width, height) -> {
            for (int i = 0; i < quiz.pairs().size(); i++) {
                paint(graphics, i, 12 + i % page.columns * page.width(), i / page.columns * page.height(), page.face);
            }
        });
    }

    private void paint(Graphics2D graphics, int number, int x, int y, int face) {
        QuizPair pair = quiz.pairs().get(number);
        graphics.setColor(Palette.INK);
        graphics.setFont(Lettering.TITLE);
        graphics.drawString(String.valueOf(number + 1), x, y + LINE);
        graphics.setFont(Lettering.TEXT);
        int baseline = y + 2 * LINE + face + 4;
        if (answers.isPresent()) {
            graphics.drawString(pair.same() ? "same person" : "different people", x + 28, y + LINE);
            CorrectMark.paint(graphics, answers.get().correct(quiz, number), x, baseline);
        } else {
            box(graphics, "same", x, baseline);
            box(graphics, "different", x + face + GAP, baseline);
        }
        FaceImage.paint(graphics, pair.first(), x, y + LINE + 6, face);
        FaceImage.paint(graphics, pair.second(), x + face + GAP, y + LINE + 6, face);
    }

    private static void box(Graphics2D graphics, String word, int x, int baseline) {
        graphics.setStroke(Look.guide().line());
        graphics.drawRect(x, baseline - BOX + 1, BOX, BOX);
        graphics.drawString(word, x + BOX + 6, baseline + 1);
    }
}
