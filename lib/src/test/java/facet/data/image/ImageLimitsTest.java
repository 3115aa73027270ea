package facet.data.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import facet.io.FacetException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A whole image that is too large is named, with the limit. */
class ImageLimitsTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"1, 65501", "65501, 1"})
    void aSideIsTooLong(int width, int height) throws IOException {
        Path file = TestImages.write(folder.resolve("long.png"), new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY));
        assertEquals(file + ": the image is " + width + " x " + height + " pixels, and the limit is 65500 for a side. Make the image smaller.", refusal(file));
    }

    @Test
    void theLongestSideIsRead() throws IOException {
        Path file = TestImages.write(folder.resolve("long.png"), new BufferedImage(1, 65_500, BufferedImage.TYPE_BYTE_GRAY));
        try (ImageLoader loader = new ImageLoader(8)) {
            assertEquals(8 * 8 * 3, loader.load(file).length);
        }
    }

    /** A PNG says its size in its header; nothing is read of what follows. */
    @Test
    void tooManyPixels() throws IOException {
        byte[] png = Files.readAllBytes(TestImages.write(folder.resolve("a.png"), TestImages.gradient(2, 2)));
        ByteBuffer.wrap(png).putInt(16, 40_000).putInt(20, 30_000);
        Path file = Files.write(folder.resolve("large.png"), png);
        assertEquals(file + ": the image is 40000 x 30000 pixels, and the limit is 536 million in all. Make the image smaller.", refusal(file));
    }

    @Test
    void moreThanJavasMemory() {
        Path file = Path.of("big.png");
        FacetException e = assertThrows(FacetException.class, () -> ImageLimits.check(file, 12_000, 9_000, 256 << 20));
        assertEquals("big.png: the image is 12000 x 9000 pixels, which take 308 MB; Java may use 256 MB. "
                + "Make the image smaller, or give Java more memory: FACET_JAVA_OPTS=-Xmx2g.", e.getMessage());
        ImageLimits.check(file, 12_000, 9_000, 400 << 20);
    }

    /** Grey samples fit, and their image in RGB beside them does not: another Java, with little memory, tells. */
    @Test
    void memoryThatRunsOutNamesTheImage() throws IOException, InterruptedException {
        Path file = TestImages.write(folder.resolve("big.png"), new BufferedImage(6000, 4000, BufferedImage.TYPE_BYTE_GRAY));
        Process java = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx80m", "-XX:+UseSerialGC",
                "-cp", System.getProperty("java.class.path"), ReadOneImage.class.getName(), file.toString()).redirectErrorStream(true).start();
        String said = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        java.waitFor();
        String message = said.replaceFirst("it may use \\d+ MB", "it may use ... MB").strip();
        assertEquals(file + ": Java's memory ran out while the image was read; it may use ... MB. "
                + "Make the image smaller, or give Java more memory: FACET_JAVA_OPTS=-Xmx1g.", message);
    }

    @Test
    void aFileOfMoreThanTwoGigabytes() throws IOException {
        Path file = folder.resolve("movie.jpg");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(3L << 30);
        }
        assertEquals(file + ": the file has 3072 MB, and the limit is 2047 MB. Make the image smaller.", refusal(file));
    }

    private static String refusal(Path file) {
        return assertThrows(FacetException.class, () -> ImageFile.read(file)).getMessage();
    }

    /** The program of the other Java. */
    static final class ReadOneImage {

        private ReadOneImage() { }

        /** Reads an image and says why it could not. */
        public static void main(String[] args) {
            try {
                System.out.println(ImageFile.read(Path.of(args[0])));
            } catch (FacetException e) {
                System.out.println(e.getMessage());
            }
        }
    }
}
