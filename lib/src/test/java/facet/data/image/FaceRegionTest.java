package facet.data.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaceRegionTest {

    @TempDir
    Path folder;

    /** Pixels that all differ, as far as 256 levels go. */
    private static BufferedImage image(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, (31 * x + 7 * y) % 256 << 16 | (11 * x + 53 * y) % 256 << 8 | (5 * x * y) % 256);
            }
        }
        return image;
    }

    /** Of 12 x 8 pixels the middle is 6 x 4, from (3, 2) on. */
    @Test
    void theMiddleHasTheMeanColourOfTheRest() {
        BufferedImage image = image(12, 8);
        BufferedImage before = image(12, 8);
        BufferedImage background = FaceRegion.BACKGROUND.of(image);
        double[] mean = new double[3];
        for (int y = 0; y < 8; y++) {
            for (int x = 0; x < 12; x++) {
                if (!inside(x, y)) {
                    for (int channel = 0; channel < 3; channel++) {
                        mean[channel] += (image.getRGB(x, y) >> 16 - 8 * channel & 0xFF) / (96.0 - 24);
                    }
                }
            }
        }
        int colour = 0xFF000000 | (int) Math.round(mean[0]) << 16 | (int) Math.round(mean[1]) << 8 | (int) Math.round(mean[2]);
        for (int y = 0; y < 8; y++) {
            for (int x = 0; x < 12; x++) {
                assertEquals(inside(x, y) ? colour : image.getRGB(x, y), background.getRGB(x, y), x + ", " + y);
                assertEquals(before.getRGB(x, y), image.getRGB(x, y), "the image is not changed");
            }
        }
    }

    private static boolean inside(int x, int y) {
        return x >= 3 && x < 9 && y >= 2 && y < 6;
    }

    @Test
    void theCropIsTheMiddleAlone() {
        BufferedImage image = image(12, 8);
        BufferedImage centre = FaceRegion.CENTRE.of(image);
        assertEquals(6, centre.getWidth());
        assertEquals(4, centre.getHeight());
        for (int y = 0; y < 4; y++) {
            for (int x = 0; x < 6; x++) {
                assertEquals(image.getRGB(x + 3, y + 2), centre.getRGB(x, y));
            }
        }
        assertSame(image, FaceRegion.WHOLE.of(image));
        assertEquals(1, FaceRegion.CENTRE.of(image(1, 1)).getWidth(), "the smallest image has a middle, too");
        assertEquals(0xFF000000, FaceRegion.BACKGROUND.of(image(1, 1)).getRGB(0, 0), "and nothing around it");
    }

    @Test
    void aNetworkSeesTheRegionInItsOwnSize() throws IOException {
        Path first = file("a.png", image(50, 40));
        Path second = file("b.png", image(33, 61));
        try (ImageLoader loader = new ImageLoader(16); NDManager manager = NDManager.newBaseManager()) {
            for (FaceRegion region : FaceRegion.values()) {
                try (Inputs.Feed feed = new RegionInputs(loader, region).feed(List.of(List.of(first, second), List.of(first)))) {
                    NDArray both = feed.next(manager);
                    byte[][] expected = {loader.pixels(region.of(image(50, 40))), loader.pixels(region.of(image(33, 61)))};
                    assertArrayEquals(loader.batch(manager, List.of(expected)).toFloatArray(), both.toFloatArray(), region.text());
                    assertArrayEquals(loader.batch(manager, List.of(expected[0])).toFloatArray(), feed.next(manager).toFloatArray());
                }
            }
            try (Inputs.Feed whole = loader.feed(List.of(List.of(first))); Inputs.Feed same = new RegionInputs(loader, FaceRegion.WHOLE).feed(List.of(List.of(first)))) {
                assertArrayEquals(whole.next(manager).toFloatArray(), same.next(manager).toFloatArray());
            }
        }
    }

    private Path file(String name, BufferedImage image) throws IOException {
        File file = folder.resolve(name).toFile();
        ImageIO.write(image, "png", file);
        return file.toPath();
    }
}
