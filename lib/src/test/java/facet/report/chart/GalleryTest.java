package facet.report.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.data.Triplet;
import facet.eval.TripletDistances;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GalleryTest {

    @TempDir
    Path folder;

    @Test
    void picturesStandWhereTheyBelong() throws IOException {
        BufferedImage image = Gallery.of(List.of(triplet("a", file("p.png", Color.RED), file("q.png", Color.GREEN), file("r.png", Color.BLUE)))).image();
        assertEquals(Color.RED.getRGB(), image.getRGB(16 + 64, 26 + 28 + 64));
        assertEquals(Color.GREEN.getRGB(), image.getRGB(16 + 64 + 136, 26 + 28 + 64));
        assertEquals(Color.BLUE.getRGB(), image.getRGB(16 + 64 + 272, 26 + 28 + 64));
    }

    @Test
    void aBadPictureIsAPlaceholderAndTheRestIsShown() throws IOException {
        Path text = Files.writeString(folder.resolve("text.jpg"), "<html>");
        Path whole = file("whole.png", Color.RED);
        byte[] bytes = Files.readAllBytes(whole);
        Path half = Files.write(folder.resolve("half.png"), Arrays.copyOf(bytes, 40));
        BufferedImage image = Gallery.of(List.of(triplet("a", folder.resolve("none.jpg"), text, half), triplet("b", whole, whole, whole))).columns(1).image();
        int placeholder = new Color(0xF0F0F0).getRGB();
        for (int i = 0; i < 3; i++) {
            assertEquals(placeholder, image.getRGB(16 + 64 + i * 136, 26 + 28 + 20));
        }
        assertEquals(Color.RED.getRGB(), image.getRGB(16 + 64, 26 + 28 + 172 + 64));
    }

    @Test
    void distancesAddALineWithADrawnVerdict() throws IOException {
        Path face = file("p.png", Color.WHITE);
        List<Triplet> triplets = List.of(triplet("a", face, face, face), triplet("b", face, face, face), triplet("c", face, face, face));
        Gallery plain = Gallery.of(triplets).columns(3);
        int height = plain.image().getHeight();
        BufferedImage image = plain.distances(List.of(new TripletDistances("a", "ordinary", 1, 2), new TripletDistances("b", "ordinary", 2, 1))).image();
        assertEquals(height + 24, image.getHeight());
        assertTrue(shows(image, Palette.CORRECT), "tick");
        assertTrue(shows(image, Palette.WRONG), "cross");
    }

    @Test
    void aQuizShowsThePositiveWhereItsAnswerSays() throws IOException {
        Triplet triplet = triplet("a", file("p.png", Color.RED), file("q.png", Color.GREEN), file("r.png", Color.BLUE));
        Quiz quiz = new Quiz(List.of(triplet, triplet, triplet, triplet, triplet, triplet, triplet, triplet), 1);
        String answers = quiz.answers();
        assertTrue(answers.contains("A") && answers.contains("B"), answers);
        BufferedImage image = quiz.gallery().columns(8).image();
        for (int i = 0; i < 8; i++) {
            int left = 16 + i * (3 * 128 + 2 * 8 + 24) + 64;
            assertEquals(Color.RED.getRGB(), image.getRGB(left, 26 + 28 + 64));
            assertEquals(Color.GREEN.getRGB(), image.getRGB(left + (answers.charAt(i) == 'A' ? 136 : 272), 26 + 28 + 64));
        }
        assertEquals(8, quiz.right(answers.toLowerCase(Locale.ROOT)));
        assertEquals(answers.chars().filter(letter -> letter == 'A').count(), quiz.right("AAAAAAAAAAA"));
        assertEquals(0, quiz.right(""));
    }

    @Test
    void noTripletsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Gallery.of(List.of()).image());
    }

    private static boolean shows(BufferedImage image, Color color) {
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                Color at = new Color(image.getRGB(x, y));
                // Thin oblique strokes are anti-aliased: near the colour is enough.
                if (Math.abs(at.getRed() - color.getRed()) + Math.abs(at.getGreen() - color.getGreen()) + Math.abs(at.getBlue() - color.getBlue()) < 40) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Triplet triplet(String name, Path anchor, Path positive, Path negative) {
        return new Triplet(name, "ordinary", anchor, positive, negative);
    }

    private Path file(String name, Color color) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            BufferedImage image = new BufferedImage(32, 32, BufferedImage.TYPE_INT_RGB);
            for (int i = 0; i < 32 * 32; i++) {
                image.setRGB(i % 32, i / 32, color.getRGB());
            }
            ImageIO.write(image, "png", file.toFile());
        }
        return file;
    }
}
