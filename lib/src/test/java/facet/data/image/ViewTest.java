package facet.data.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mirrored and cropped pixels beside a plain loop over doubles. */
class ViewTest {

    private static final int SIZE = 20;
    private static final Path IMAGE = Path.of("face.png");

    private final byte[] pixels = new byte[SIZE * SIZE * 3];

    ViewTest() {
        new Random(5).nextBytes(pixels);
    }

    @ParameterizedTest
    @CsvSource({"1, 0, 0, true", "0.8, 0, 0, false", "0.8, 0.999, 0.5, true", "0.9, 0.4, 0.999, false", "0.95, 0.999, 0.999, true"})
    void isTheNaiveOne(double side, double x, double y, boolean mirrored) {
        byte[] view = new View(IMAGE, mirrored, new Crop(side, x, y)).of(pixels, SIZE);
        int part = (int) Math.round(side * SIZE);
        int left = (int) Math.floor(x * (SIZE - part + 1));
        int top = (int) Math.floor(y * (SIZE - part + 1));
        for (int row = 0; row < SIZE; row++) {
            for (int column = 0; column < SIZE; column++) {
                int shown = mirrored ? SIZE - 1 - column : column;
                for (int channel = 0; channel < 3; channel++) {
                    assertEquals(bilinear(part, left, top, shown, row, channel), view[(row * SIZE + column) * 3 + channel] & 0xFF, 0.51, row + ", " + column);
                }
            }
        }
    }

    /** The level between the four pixels of the part that are nearest to the place of one of the view; at an edge the nearest counts twice. */
    private double bilinear(int part, int left, int top, int column, int row, int channel) {
        double x = Math.min(part - 1, Math.max(0, (column + 0.5) * part / SIZE - 0.5));
        double y = Math.min(part - 1, Math.max(0, (row + 0.5) * part / SIZE - 0.5));
        int x0 = (int) x;
        int y0 = (int) y;
        double sum = 0;
        for (int dy = 0; dy < 2; dy++) {
            for (int dx = 0; dx < 2; dx++) {
                double weight = (dx == 0 ? 1 - (x - x0) : x - x0) * (dy == 0 ? 1 - (y - y0) : y - y0);
                int px = left + Math.min(part - 1, x0 + dx);
                int py = top + Math.min(part - 1, y0 + dy);
                sum += weight * (pixels[(py * SIZE + px) * 3 + channel] & 0xFF);
            }
        }
        return sum;
    }

    @Test
    void aWholeImageIsNotCopied() {
        assertSame(pixels, View.whole(IMAGE).of(pixels, SIZE));
        assertSame(pixels, View.whole(IMAGE).mirror().mirror().of(pixels, SIZE));
    }
}
