package facet.report.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.eval.places.FaceComparison;
import facet.eval.places.PairPlaces;
import facet.eval.places.Patches;
import facet.eval.places.PlaceGrid;
import facet.eval.places.PlaceMap;
import facet.eval.places.TripletPlaces;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlaceChartTest {

    private static final int ABOVE = 40 + 22 + 128 + 12 + 2 * 18 + 22; // of the first row

    @TempDir
    Path folder;

    @Test
    void zeroIsWhiteAndBothEndsAreThePalettes() {
        assertEquals(Color.WHITE, PlacePanel.colour(0));
        assertEquals(Palette.ADDS, PlacePanel.colour(1));
        assertEquals(Palette.TAKES, PlacePanel.colour(-1));
        assertEquals(Palette.TAKES, PlacePanel.colour(-7));
        for (double value : new double[] {0.25, 0.5}) {
            assertEquals(255 + (Palette.ADDS.getBlue() - 255) * value, PlacePanel.colour(value).getBlue(), 0.5);
            assertEquals(255 + (Palette.TAKES.getRed() - 255) * value, PlacePanel.colour(-value).getRed(), 0.5);
        }
    }

    /** On white faces a map has the palette's colours: the largest value of the row the full one. */
    @Test
    void aRowHasOneScaleForItsMapsAndOneForItsOcclusion() throws IOException {
        BufferedImage image = PlaceChart.of("title").triplet(triplet("P2", 4)).triplet(triplet("P5", 4)).image();
        int block = 2 * 18 + 22 + 2 * (128 + 22 + 6) + 12;
        assertEquals(Figure.WIDTH, image.getWidth(), "as wide as a chart");
        assertEquals(40 + 22 + 128 + 12 + 2 * block, image.getHeight());
        for (int row = 0; row < 2; row++) {
            int y = ABOVE + row * 156 + 20;
            assertEquals(PlacePanel.colour(0.5), at(image, 40 + 20, y), "d(A,P): 4 of 8");
            assertEquals(Palette.ADDS, at(image, 40 + 136 + 20, y), "d(A,N): 8 of 8");
            assertEquals(PlacePanel.colour(0.5), at(image, 40 + 2 * 136 + 20, y), "their difference");
            assertEquals(PlacePanel.colour(-0.25), at(image, 40 + 136 + 100, y), "a place that takes");
            assertEquals(Palette.TAKES, at(image, 40 + 20, y + block), "occlusion in its own scale");
        }
    }

    @Test
    void aPairShowsBothFaces() throws IOException {
        BufferedImage image = PlaceChart.of("title").pair("P2", triplet("P2", 4).negative()).image();
        assertEquals(Figure.WIDTH, image.getWidth());
        assertEquals(Color.WHITE, at(image, 40 + 64, 40 + 22 + 64), "the first face");
    }

    /** Two grey faces that are black beneath would hide a map: they stay pale. */
    @Test
    void aFaceBeneathIsPale() throws IOException {
        Path black = file("black.png", Color.BLACK);
        PlaceMap zeros = new PlaceMap(PlaceGrid.ofTiles(4, 2), new double[4]);
        BufferedImage image = new BufferedImage(128, 150, BufferedImage.TYPE_INT_RGB);
        new PlacePanel(black, zeros, "").paint(image.createGraphics(), 0, 0, 1);
        assertTrue(at(image, 64, 64).getRed() > 128, "" + at(image, 64, 64));
        new PlacePanel(folder.resolve("none.png"), zeros, "").paint(image.createGraphics(), 0, 0, 1);
        assertEquals(Color.WHITE, at(image, 64, 64));
    }

    @Test
    void negativePlacesAreDotted() throws IOException {
        Path white = file("white.png", Color.WHITE);
        BufferedImage image = new BufferedImage(128, 150, BufferedImage.TYPE_INT_RGB);
        new PlacePanel(white, new PlaceMap(PlaceGrid.ofTiles(4, 2), new double[] {1, -1, 1, 1}), "").paint(image.createGraphics(), 0, 0, 1);
        assertEquals(Palette.ADDS, at(image, 32, 32));
        assertFalse(Palette.TAKES.equals(at(image, 96, 32)), "a dot in the middle");
        assertEquals(Palette.TAKES, at(image, 76, 20));
    }

    @Test
    void mapsThatAreZeroEverywhereAreDrawn() throws IOException {
        BufferedImage image = PlaceChart.of("title").triplet(triplet("P2", 0)).image();
        assertEquals(Color.WHITE, at(image, 40 + 20, ABOVE + 20));
    }

    @Test
    void anotherTripletsRowIsRefused() throws IOException {
        PlaceChart chart = PlaceChart.of("title").triplet(triplet("P2", 4));
        FaceComparison pair = triplet("P2", 4).negative();
        assertEquals("A chart shows one triplet or one pair: make another chart for another.",
                assertThrows(IllegalArgumentException.class, () -> chart.pair("P2", pair)).getMessage());
        assertEquals("There is nothing to show: add a triplet or a pair.",
                assertThrows(IllegalArgumentException.class, () -> PlaceChart.of("title").image()).getMessage());
    }

    private TripletPlaces triplet(String level, double value) throws IOException {
        return new TripletPlaces(level, comparison("p.png", value / 4), comparison("n.png", value / 2));
    }

    /** Two places of four, left and right, on white faces. */
    private FaceComparison comparison(String second, double value) throws IOException {
        PlaceMap map = new PlaceMap(PlaceGrid.ofTiles(4, 2), new double[] {value, value < 2 ? 0 : -value / 4, value, value});
        return new FaceComparison(file("a.png", Color.WHITE), file(second, Color.WHITE), new PairPlaces(map, map, map), new Patches(4, 2, 2),
                new PlaceMap(PlaceGrid.ofTiles(4, 2), new double[] {-9, 1, 2, 3}));
    }

    private static Color at(BufferedImage image, int x, int y) {
        return new Color(image.getRGB(x, y));
    }

    private Path file(String name, Color color) throws IOException {
        Path file = folder.resolve(name);
        BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 64; i++) {
            image.setRGB(i % 8, i / 8, color.getRGB());
        }
        ImageIO.write(image, "png", file.toFile());
        return file;
    }
}
