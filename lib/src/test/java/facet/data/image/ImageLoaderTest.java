package facet.data.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import facet.io.FacetException;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageLoaderTest {

    private static final double[] MEAN = {0.485, 0.456, 0.406};
    private static final double[] DEVIATION = {0.229, 0.224, 0.225};

    @Test
    void aBatchIsNormalisedByColourAndInOrder() {
        int size = 5;
        byte[] first = random(size, 1);
        byte[] second = random(size, 2);
        try (NDManager manager = NDManager.newBaseManager(); ImageLoader loader = new ImageLoader(size)) {
            NDArray batch = loader.batch(manager, List.of(first, second));
            assertEquals(new Shape(2, 3, size, size), batch.getShape());
            assertEquals(DataType.FLOAT32, batch.getDataType());
            float[] got = batch.toFloatArray();
            int at = 0;
            for (byte[] image : List.of(first, second)) {
                for (int channel = 0; channel < 3; channel++) {
                    for (int pixel = 0; pixel < size * size; pixel++) {
                        double value = (image[pixel * 3 + channel] & 0xFF) / 255.0;
                        assertEquals((value - MEAN[channel]) / DEVIATION[channel], got[at++], 1e-5);
                    }
                }
            }
        }
    }

    @Test
    void onlyTheResultStaysWithTheManager() {
        try (NDManager manager = NDManager.newBaseManager(); ImageLoader loader = new ImageLoader(4)) {
            loader.batch(manager, List.of(random(4, 1)));
            assertEquals(1, manager.getManagedArrays().size());
        }
    }

    /** An array made of a Java buffer dies with the buffer, and so would its views: the batch must own its memory. */
    @Test
    void aBatchOutlivesTheBuffersItWasMadeOf() throws InterruptedException {
        try (NDManager manager = NDManager.newBaseManager(); ImageLoader loader = new ImageLoader(128)) {
            for (int round = 0; round < 5; round++) {
                NDArray batch = loader.batch(manager, Collections.nCopies(8, random(128, round)));
                float[] before = batch.toFloatArray();
                System.gc();
                Thread.sleep(20);
                fillMemory(before.length * Float.BYTES);
                assertArrayEquals(before, batch.toFloatArray());
            }
        }
    }

    private static void fillMemory(int bytes) {
        for (int i = 0; i < 4; i++) {
            ByteBuffer junk = ByteBuffer.allocateDirect(bytes);
            while (junk.hasRemaining()) {
                junk.put((byte) 0x7f);
            }
        }
    }

    @Test
    void aSecondLoadDecodesNothing(@TempDir Path folder) throws Exception {
        Path file = TestImages.write(folder.resolve("a.png"), TestImages.gradient(9, 7));
        try (ImageLoader loader = new ImageLoader(6)) {
            byte[] first = loader.load(file);
            assertEquals(6 * 6 * 3, first.length);
            Files.delete(file);
            assertSame(first, loader.load(file));
        }
    }

    @Test
    void whatDoesNotFitInMemoryIsDecodedAgain(@TempDir Path folder) throws Exception {
        Path kept = TestImages.write(folder.resolve("a.png"), TestImages.gradient(9, 7));
        Path again = TestImages.write(folder.resolve("b.png"), TestImages.gradient(9, 7));
        try (ImageLoader loader = new ImageLoader(6, 6 * 6 * 3)) {
            assertSame(loader.load(kept), loader.load(kept));
            byte[] once = loader.load(again);
            byte[] twice = loader.load(again);
            assertNotSame(once, twice);
            assertArrayEquals(once, twice);
        }
    }

    @Test
    void aCutOutFaceIsReadFromItsOwnPixels() {
        BufferedImage whole = new BufferedImage(40, 30, BufferedImage.TYPE_3BYTE_BGR);
        whole.createGraphics().drawImage(TestImages.gradient(40, 30), 0, 0, null);
        BufferedImage part = whole.getSubimage(20, 10, 8, 8);
        try (ImageLoader loader = new ImageLoader(8)) {
            byte[] pixels = loader.pixels(part);
            for (int i = 0; i < 64; i++) {
                int rgb = whole.getRGB(20 + i % 8, 10 + i / 8);
                assertEquals((byte) (rgb >> 16), pixels[3 * i]);
                assertEquals((byte) (rgb >> 8), pixels[3 * i + 1]);
                assertEquals((byte) rgb, pixels[3 * i + 2]);
            }
        }
    }

    @Test
    void aBatchThatNoBufferHoldsIsRefused() {
        String message = "A batch of 48 images at 2048 x 2048 pixels takes more than 2 GB. Take at most 42 images in a batch, or smaller images.";
        try (NDManager manager = NDManager.newBaseManager(); ImageLoader loader = new ImageLoader(2048)) {
            List<byte[]> images = Collections.nCopies(48, new byte[0]);
            assertEquals(message, assertThrows(FacetException.class, () -> loader.batch(manager, images)).getMessage());
            List<List<Path>> files = List.of(Collections.nCopies(48, Path.of("none.jpg"))); // refused before any is looked for
            assertEquals(message, assertThrows(FacetException.class, () -> loader.feed(files)).getMessage());
        }
    }

    private static byte[] random(int size, long seed) {
        byte[] image = new byte[size * size * 3];
        new Random(seed).nextBytes(image);
        return image;
    }
}
