package facet.report.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.eval.quiz.Answers;
import facet.eval.quiz.PairQuiz;
import facet.eval.quiz.QuizExample;
import facet.eval.quiz.QuizPair;
import facet.io.FacetException;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PairSheetTest {

    @TempDir
    Path folder;

    @Test
    void eachPairStandsSideBySide() throws IOException {
        BufferedImage sheet = PairSheet.of(quiz("SDDS", false)).image();
        assertEquals(Figure.WIDTH, sheet.getWidth());
        for (int i = 0; i < 4; i++) {
            int x = 12 + i % 2 * 280 + 63;
            int y = i / 2 * 176 + 24 + 63;
            assertEquals(Color.RED.getRGB(), sheet.getRGB(x, y), "left of " + i);
            assertEquals("SDDS".charAt(i) == 'S' ? Color.GREEN.getRGB() : Color.BLUE.getRGB(), sheet.getRGB(x + 130, y), "right of " + i);
        }
    }

    @Test
    void itSaysNothingOfTheAnswersBeforeTheyAreGiven() throws IOException {
        // the right images of two quizzes are made equal: nothing else may differ
        Path faces = faces(4, Color.GREEN, Color.GREEN);
        BufferedImage first = PairSheet.of(QuizExample.of("SDDS", faces, false)).image();
        BufferedImage second = PairSheet.of(QuizExample.of("DSSD", faces, false)).image();
        assertTrue(equal(first, second));
        assertFalse(equal(PairSheet.of(QuizExample.of("SDDS", faces, false)).answers(new Answers("you", "SDDS")).image(),
                PairSheet.of(QuizExample.of("DSSD", faces, false)).answers(new Answers("you", "SDDS")).image()));
    }

    @Test
    void photographsStayInFilesThatGitIgnores() throws IOException {
        PairQuiz real = quiz("SD", true);
        String output = "The pairs show real people, and must not stand in a notebook's output. Write them to a file whose name begins with my-, which git ignores.";
        assertEquals(output, assertThrows(FacetException.class, () -> PairSheet.of(real).image()).getMessage());
        assertEquals(output, assertThrows(FacetException.class, () -> QuizPage.frame(real)).getMessage());
        String name = "The pairs show real people: quiz.jpg could be committed by mistake. Give it a name that begins with my-, which git ignores in notebooks.";
        assertEquals(name, assertThrows(FacetException.class, () -> PairSheet.of(real).write(folder.resolve("quiz.jpg"))).getMessage());
        assertEquals(name.replace(".jpg", ".html"), assertThrows(FacetException.class, () -> QuizPage.write(real, folder.resolve("quiz.html"))).getMessage());
        assertEquals(3 * 220, ImageIO.read(PairSheet.of(real).write(folder.resolve("my-quiz.jpg")).toFile()).getWidth());
        assertTrue(Files.size(QuizPage.write(real, folder.resolve("my-quiz.html"))) > 1000);
    }

    @Test
    void itsTextTellsTheAnswersOnlyWhereTheyAreGiven() throws IOException {
        PairQuiz quiz = quiz("SD", false);
        assertEquals("2 numbered pairs of faces, each with a box for same and one for different.", PairSheet.of(quiz).figure().text());
        assertEquals("2 numbered pairs of faces: 1 correct, 2 wrong.", PairSheet.of(quiz).answers(new Answers("you", "SS")).figure().text());
        assertEquals("image/jpeg", PairSheet.of(quiz).figure().type());
    }

    @Test
    void thePageHoldsTheImagesInOrderAndNeitherNamesNorAnswers() throws IOException {
        PairQuiz quiz = quiz("SDDS", false);
        String page = QuizPage.html(quiz);
        List<Color> shown = new ArrayList<>();
        Matcher image = Pattern.compile("data:image/jpeg;base64,([A-Za-z0-9+/=]+)").matcher(page);
        while (image.find()) {
            shown.add(new Color(ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(image.group(1)))).getRGB(16, 16)));
        }
        assertEquals(8, shown.size());
        for (int i = 0; i < 8; i++) {
            Color expected = i % 2 == 0 ? Color.RED : "SDDS".charAt(i / 2) == 'S' ? Color.GREEN : Color.BLUE;
            assertTrue(near(expected, shown.get(i)), i + ": " + shown.get(i));
        }
        for (QuizPair pair : quiz.pairs()) {
            assertFalse(page.contains(pair.triplet().name() + "\"") || page.contains(pair.first().getParent().toString()));
        }
        assertFalse(page.contains(quiz.key()) || page.contains("{{"));
        assertTrue(page.contains("Paste the letters into the cell under") && page.contains("in notebook 11"), "it says what to do next");
        assertFalse(page.contains(".pop("), "an answer is replaced, never taken away");
        assertFalse(Pattern.compile("(?:src|href)=\"?https?:|fetch\\(|XMLHttpRequest|localStorage").matcher(page).find(), "it needs no network and stores nothing");
    }

    @Test
    void theFrameHoldsThePageAsAnAttribute() throws IOException {
        PairQuiz quiz = quiz("SD", false);
        String frame = QuizPage.frame(quiz);
        String srcdoc = frame.substring(frame.indexOf("srcdoc=\"") + 8, frame.lastIndexOf("\"></iframe>"));
        assertFalse(srcdoc.contains("\"") || srcdoc.contains("<"));
        assertTrue(frame.substring(0, frame.indexOf("srcdoc")).contains("box-sizing:border-box;width:100%"), "its border is within the page");
        assertEquals(QuizPage.html(quiz), srcdoc.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&"));
    }

    private PairQuiz quiz(String key, boolean photographs) throws IOException {
        return QuizExample.of(key, faces(key.length(), Color.GREEN, Color.BLUE), photographs);
    }

    /** Red anchors, with positives and negatives of two colours. */
    private Path faces(int pairs, Color positive, Color negative) throws IOException {
        for (int i = 0; i < pairs; i++) {
            file("a" + i + "/1.png", Color.RED);
            file("a" + i + "/2.png", positive);
            file("b" + i + "/1.png", negative);
        }
        return folder;
    }

    private void file(String name, Color color) throws IOException {
        BufferedImage image = new BufferedImage(32, 32, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 32 * 32; i++) {
            image.setRGB(i % 32, i / 32, color.getRGB());
        }
        Files.createDirectories(folder.resolve(name).getParent());
        ImageIO.write(image, "png", folder.resolve(name).toFile());
    }

    private static boolean near(Color expected, Color found) {
        return Math.abs(expected.getRed() - found.getRed()) + Math.abs(expected.getGreen() - found.getGreen()) + Math.abs(expected.getBlue() - found.getBlue()) < 40;
    }

    private static boolean equal(BufferedImage first, BufferedImage second) {
        for (int y = 0; y < first.getHeight(); y++) {
            for (int x = 0; x < first.getWidth(); x++) {
                if (first.getRGB(x, y) != second.getRGB(x, y)) {
                    return false;
                }
            }
        }
        return true;
    }
}
