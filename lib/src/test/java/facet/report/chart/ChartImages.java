package facet.report.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.train.History;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the tests of charts draw, and look for in a picture. */
public final class ChartImages {

    private ChartImages() { }

    /** Fails unless the image has the size and shows at least so many of the series' colours. */
    public static void drawn(BufferedImage image, int width, int height, int colors) {
        assertEquals(width, image.getWidth());
        assertEquals(height, image.getHeight());
        long found = Stream.concat(Palette.LINES.stream(), Palette.SETTINGS.stream()).filter(color -> shows(image, color.getRGB())).count();
        assertTrue(found >= colors, found + " colours");
    }

    /** Whether a pixel is not the same. */
    public static boolean differ(BufferedImage one, BufferedImage other) {
        return IntStream.range(0, one.getHeight()).anyMatch(y -> IntStream.range(0, one.getWidth()).anyMatch(x -> one.getRGB(x, y) != other.getRGB(x, y)));
    }

    private static boolean shows(BufferedImage image, int rgb) {
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if (image.getRGB(x, y) == rgb) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Epochs 0 to the last of two sets, whose losses begin with the same. */
    public static History history(int last, double loss) {
        History history = History.empty();
        for (int epoch = 0; epoch <= last; epoch++) {
            history = history.plus(List.of(new History.Row(epoch, "validation", 20, loss / (epoch + 1), 14), new History.Row(epoch, "test", 20, loss, 13)));
        }
        return history;
    }
}
