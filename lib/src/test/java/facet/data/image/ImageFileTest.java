package facet.data.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.io.FacetException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The files of src/test/resources/images show one colour gradient, 24 x 16, written by Pillow in many ways. */
class ImageFileTest {

    private static final Path IMAGES = Path.of("src/test/resources/images");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"rgb.png, 0", "progressive.jpg, 3", "palette.png, 13", "cmyk.jpg, 6"})
    void readsColour(String file, int tolerance) {
        BufferedImage image = ImageFile.read(IMAGES.resolve(file));
        for (int y = 0; y < 16; y++) {
            for (int x = 0; x < 24; x++) {
                assertColour(gradient(x, y), image.getRGB(x, y), tolerance, file + " at " + x + ", " + y);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"grey.png, 0", "grey.jpg, 2", "grey16.png, 0", "grey-alpha.png, 0"})
    void readsGreyAsItIs(String file, int tolerance) {
        BufferedImage image = ImageFile.read(IMAGES.resolve(file));
        for (int y = 0; y < 16; y++) {
            for (int x = 0; x < 24; x++) {
                int[] c = gradient(x, y);
                int grey = (int) (0.299 * c[0] + 0.587 * c[1] + 0.114 * c[2]); // Pillow's convert("L"), to a level
                assertColour(new int[] {grey, grey, grey}, image.getRGB(x, y), tolerance + 1, file + " at " + x + ", " + y);
            }
        }
    }

    @Test
    void blackAndWhite() {
        BufferedImage image = ImageFile.read(IMAGES.resolve("one-bit.png"));
        assertEquals(0xFF000000, image.getRGB(0, 0));
        assertEquals(0xFFFFFFFF, image.getRGB(23, 15));
    }

    @Test
    void transparencyLiesOverWhite() {
        BufferedImage image = ImageFile.read(IMAGES.resolve("alpha.png"));
        for (int x = 0; x < 24; x++) {
            double alpha = (x * 255 / 23) / 255.0;
            int[] expected = Arrays.stream(gradient(x, 5)).map(c -> (int) Math.round(alpha * c + (1 - alpha) * 255)).toArray();
            assertColour(expected, image.getRGB(x, 5), 2, "column " + x);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void turnsAsExifSays(int orientation) throws IOException {
        BufferedImage image = ImageFile.read(oriented(orientation));
        int w = 24;
        int h = 16;
        assertEquals(orientation < 5 ? w : h, image.getWidth());
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int[] stored = switch (orientation) { // where the camera stored what is seen at x, y; checked with Pillow's exif_transpose
                    case 2 -> new int[] {w - 1 - x, y};
                    case 3 -> new int[] {w - 1 - x, h - 1 - y};
                    case 4 -> new int[] {x, h - 1 - y};
                    case 5 -> new int[] {y, x};
                    case 6 -> new int[] {y, h - 1 - x};
                    case 7 -> new int[] {w - 1 - y, h - 1 - x};
                    case 8 -> new int[] {w - 1 - y, x};
                    default -> new int[] {x, y};
                };
                assertColour(gradient(stored[0], stored[1]), image.getRGB(x, y), 3, orientation + " at " + x + ", " + y);
            }
        }
    }

    /** exif6.jpg with another value of its orientation tag, 0x0112. */
    private Path oriented(int orientation) throws IOException {
        byte[] bytes = Files.readAllBytes(IMAGES.resolve("exif6.jpg"));
        String latin = new String(bytes, StandardCharsets.ISO_8859_1);
        bytes[latin.indexOf("\u0001\u0012\u0000\u0003\u0000\u0000\u0000\u0001\u0000\u0006") + 9] = (byte) orientation;
        return Files.write(folder.resolve("turned.jpg"), bytes);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "<html><body>404 | is not an image (starts with 3c 68 74 6d, an HTML page?). Remove it or download it again.",
        "'' | is not an image (it is empty). Remove it or download it again.",
        "hello | is not an image (starts with 68 65 6c 6c, damaged?). Remove it or download it again.",
    })
    void saysWhatAFileIsThatIsNoImage(String content, String message) throws IOException {
        Path file = Files.writeString(folder.resolve("2.jpg"), content);
        FacetException e = assertThrows(FacetException.class, () -> ImageFile.read(file));
        assertEquals(file + " " + message, e.getMessage());
    }

    @Test
    void anotherImageFormatIsNamed() {
        FacetException e = assertThrows(FacetException.class, () -> ImageFile.read(IMAGES.resolve("picture.webp")));
        assertTrue(e.getMessage().contains("WebP"), e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"rgb.png", "progressive.jpg", "grey.jpg"})
    void aFileThatWasCutShortIsRefused(String name) throws IOException {
        byte[] whole = Files.readAllBytes(IMAGES.resolve(name));
        assertDamaged(Files.write(folder.resolve(name), Arrays.copyOf(whole, whole.length * 6 / 10)));
    }

    /** Ones alone are no code of a JPEG's tables; the reader would go on in another colour. */
    @Test
    void aFileThatWasOverwrittenInTheMiddleIsRefused() throws IOException {
        Path file = TestImages.write(folder.resolve("1.jpg"), TestImages.gradient(64, 64));
        byte[] bytes = Files.readAllBytes(file);
        assertEquals(64, ImageFile.read(file).getWidth());
        for (int i = 0; i < 20; i++) {
            bytes[bytes.length * 3 / 4 + i] = (byte) (i % 2 == 0 ? 0xFF : 0);
        }
        assertDamaged(Files.write(file, bytes));
    }

    private static void assertDamaged(Path file) {
        FacetException e = assertThrows(FacetException.class, () -> ImageFile.read(file));
        assertTrue(e.getMessage().startsWith(file + " is not an image (starts with "), e.getMessage());
        assertTrue(e.getMessage().endsWith(", as an image does, but it is damaged or cut short). Remove it or download it again."), e.getMessage());
    }

    @Test
    void aMissingFileIsNamed() {
        Path file = folder.resolve("none.jpg");
        FacetException e = assertThrows(FacetException.class, () -> ImageFile.read(file));
        assertEquals("Can't read the image " + file + ": is it there, and readable?", e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.jfif", "1.jpe", "1.JPG", "1.png", "1"})
    void theContentDecidesNotTheName(String name) throws IOException {
        Path file = Files.copy(IMAGES.resolve("progressive.jpg"), folder.resolve(name));
        assertEquals(24, ImageFile.read(file).getWidth());
    }

    @Test
    void anInterruptStaysSetAndTheImageIsRead() {
        Thread.currentThread().interrupt();
        try {
            assertEquals(24, ImageFile.read(IMAGES.resolve("rgb.png")).getWidth());
        } finally {
            assertTrue(Thread.interrupted());
        }
    }

    private static int[] gradient(int x, int y) {
        return new int[] {10 + 200 * x / 24, 30 + 200 * y / 16, 120};
    }

    private static void assertColour(int[] expected, int argb, int tolerance, String where) {
        int[] got = {argb >> 16 & 0xFF, argb >> 8 & 0xFF, argb & 0xFF};
        for (int i = 0; i < 3; i++) {
            assertEquals(expected[i], got[i], tolerance, where + ": " + Arrays.toString(got) + ", not " + Arrays.toString(expected));
        }
    }
}
