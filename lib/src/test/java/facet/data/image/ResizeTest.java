package facet.data.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Against Pillow 13.0's {@code resize((N, N), BILINEAR)} of a generated face, or of a part of it (src/test/resources/images/pil-*). */
class ResizeTest {

    @Test
    void aFaceMadeSmaller() {
        assertLikePil(face(0, 0, 128, 128), "pil-face-48.png");
    }

    @Test
    void itsEyesMadeLarger() {
        assertLikePil(face(30, 30, 40, 50), "pil-eyes-72.png");
    }

    @Test
    void aWidePartMadeSquareWithoutACrop() {
        assertLikePil(face(0, 0, 128, 90), "pil-wide-64.png");
    }

    @Test
    void theSameSizeChangesNothing() {
        BufferedImage image = ExifOrientation.rgb(TestImages.gradient(20, 20), 1);
        assertArrayEquals(rgb(image), Resize.square(image, 20));
    }

    @Test
    void oneColourStaysThatColour() {
        BufferedImage image = new BufferedImage(13, 31, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D pen = image.createGraphics();
        pen.setColor(new Color(200, 30, 255));
        pen.fillRect(0, 0, 13, 31);
        pen.dispose();
        byte[] resized = Resize.square(image, 7);
        byte[] colour = rgb(image);
        for (int i = 0; i < resized.length; i++) {
            assertEquals(colour[i % 3], resized[i], "number " + i);
        }
        assertEquals(200, colour[0] & 0xFF);
    }

    private static void assertLikePil(BufferedImage image, String expectedFile) {
        BufferedImage expected = ImageFile.read(Path.of("src/test/resources/images", expectedFile));
        byte[] ours = Resize.square(image, expected.getWidth());
        byte[] pil = rgb(expected);
        double sum = 0;
        int most = 0;
        for (int i = 0; i < pil.length; i++) {
            int difference = Math.abs((ours[i] & 0xFF) - (pil[i] & 0xFF));
            sum += difference;
            most = Math.max(most, difference);
        }
        double mean = sum / pil.length;
        assertTrue(mean < 0.5, "mean difference " + mean + " of 255");
        assertTrue(most <= 3, "largest difference " + most + " of 255");
    }

    private static BufferedImage face(int x, int y, int width, int height) {
        BufferedImage face = ImageFile.read(Path.of("../data/generated-faces/images/g0001/g0001_0001.jpg"));
        return ExifOrientation.rgb(face.getSubimage(x, y, width, height), 1);
    }

    private static byte[] rgb(BufferedImage bgrImage) {
        byte[] bgr = ((DataBufferByte) bgrImage.getRaster().getDataBuffer()).getData();
        byte[] rgb = new byte[bgr.length];
        for (int i = 0; i < bgr.length; i++) {
            rgb[i] = bgr[i - i % 3 + 2 - i % 3];
        }
        return rgb;
    }
}
