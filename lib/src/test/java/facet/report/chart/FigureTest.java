package facet.report.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.data.Triplet;
import facet.io.FacetException;
import facet.train.History;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FigureTest {

    @TempDir
    Path folder;

    private static Map<String, History> runs(int many) {
        Map<String, History> runs = new LinkedHashMap<>();
        IntStream.range(0, many).forEach(i -> runs.put("run " + i, ChartImages.history(10, 1 + i)));
        return runs;
    }

    private static EpochChart chart(int many) {
        return EpochChart.loss("Loss").runs(runs(many)).sets("test");
    }

    @Test
    void aChartIsSavedAsPixelsOrAsLines() throws IOException {
        Path png = chart(2).save(folder.resolve("a.png"));
        assertFalse(ChartImages.differ(chart(2).image(), ImageIO.read(png.toFile())));
        for (Drawable each : List.of(chart(2), EpochChart.loss("Panels").runs(runs(2)).sets("test", "validation").panels())) {
            String svg = Files.readString(each.save(folder.resolve("a.svg")));
            assertTrue(svg.contains("<path") && !svg.contains("<image") && !svg.contains("<text"), "lines and outlines of letters, no pixels");
            assertTrue(svg.contains("width=\"" + each.figure().width() + "px\""), "as wide as the pixels");
            String pdf = Files.readString(each.save(folder.resolve("a.PDF")), StandardCharsets.ISO_8859_1);
            assertTrue(pdf.startsWith("%PDF-") && !pdf.contains("/Subtype /Image"), "lines and letters, no pixels");
        }
    }

    @Test
    void photographsStayPixelsAmongLetters() throws IOException {
        BufferedImage photo = noise();
        Path file = folder.resolve("face.png");
        ImageIO.write(photo, "png", file.toFile());
        Gallery gallery = Gallery.of(List.of(new Triplet("a", "ordinary", file, file, file)));
        String svg = Files.readString(gallery.save(folder.resolve("gallery.svg")));
        assertEquals(3, svg.split("<image", -1).length - 1);
        assertTrue(svg.contains("<path") && !svg.contains("<text"), "its letters are outlines, whatever fonts a reader has");
        Figure figure = gallery.figure();
        assertEquals("image/jpeg", figure.type());
        assertArrayEquals(new byte[] {(byte) 0xFF, (byte) 0xD8}, new byte[] {figure.bytes()[0], figure.bytes()[1]});
        assertTrue(figure.bytes().length < Files.size(gallery.save(folder.resolve("gallery.png"))), "smaller than without loss");
        assertEquals("Photographs of 1 triplet (anchor, positive, negative): a, ordinary.", figure.text());
    }

    @Test
    void aChartIsShownWithoutLoss() throws IOException {
        Figure figure = chart(2).figure();
        assertEquals("image/png", figure.type());
        assertFalse(ChartImages.differ(figure.image(), ImageIO.read(new ByteArrayInputStream(figure.bytes()))));
    }

    @Test
    void anotherEndingIsRefused() {
        for (String name : List.of("figure-6.gif", "figure-6", "pdf", "figure.pdf.txt")) {
            Path file = folder.resolve(name);
            assertEquals("Can't save a figure as " + file + ": its name must end in .png, .svg or .pdf.",
                    assertThrows(FacetException.class, () -> chart(1).save(file)).getMessage());
            assertFalse(Files.exists(file));
        }
    }

    @Test
    void aRelativeNameBeginsAtTheWorkingDirectory() throws IOException {
        Path saved = chart(1).save("target/figure-test.svg");
        assertTrue(saved.isAbsolute());
        assertEquals(Path.of("target/figure-test.svg").toAbsolutePath(), saved);
        Files.delete(saved);
    }

    @Test
    void theTextSaysWhereEachLineBeginsAndEnds() {
        assertEquals("Chart: Loss. mean triplet loss (Euclidean distance) by epoch. run 0: 1 at 0, 1 at 10; run 1: 2 at 0, 2 at 10.", chart(2).figure().text());
        assertTrue(EpochChart.accuracy("Accuracy").runs(runs(1)).sets("test", "validation").panels().text().contains("a line at chance 0.5; run 0: 0.65 at 0"));
    }

    @Test
    void upToFourLinesAreNamedAtTheirEnds() {
        for (double[] ends : new double[][] {{1, 2, 3, 4}, {4, 4.1}}) { // of the latter one name moves a little
            Legend legend = new Legend();
            XyPlot plot = plot(legend, ends);
            LineEnds names = LineEnds.of(plot, legend, 560, 360).orElseThrow();
            assertEquals(Arrays.stream(ends).mapToObj(String::valueOf).toList(), names.ends().stream().map(LineEnds.End::label).toList());
            assertEquals(ends.length, rowsOfText(new Figure(plot, legend).image()), "names in rows of their own");
        }
    }

    @Test
    void namesThatWouldOverlapStandInTheLegend() {
        for (double[] ends : new double[][] {{1, 1.05, 1.1}, {0.5, 0.5}, {1, 2, 3, 4, 5}}) { // too near, too near to a reference line, too many
            Legend legend = new Legend();
            XyPlot plot = plot(legend, ends);
            plot.add(new Reference("a line", 0.52));
            assertTrue(LineEnds.of(plot, legend, 560, 360).isEmpty());
        }
    }

    /** Without colour the dashes tell two lines apart: a level line of 400 values, hardly a pixel from each other. */
    @Test
    void aDashedLineOfManyValuesHasGaps() {
        XyPlot plot = new XyPlot("t", "x", "y", 0, 400, 0, 2);
        plot.add("dense", IntStream.range(0, 400).asDoubleStream().toArray(), IntStream.range(0, 400).mapToDouble(i -> 1).toArray(), Look.of(1, 1).plain());
        BufferedImage image = new Figure(plot, new Legend()).image();
        int color = Palette.LINES.get(1).getRGB();
        int row = IntStream.range(30, 300).filter(y -> IntStream.range(80, 500).anyMatch(x -> image.getRGB(x, y) == color)).findFirst().orElseThrow();
        long drawn = IntStream.range(80, 500).filter(x -> image.getRGB(x, row) == color).count();
        assertTrue(drawn > 150 && drawn < 350, "two thirds of 420 columns: " + drawn);
    }

    @Test
    void aTitleThatIsTooWideHasTwoLines() {
        assertEquals(List.of("short (LFW)"), Lettering.lines(Lettering.TITLE, "short (LFW)", 300));
        assertEquals(List.of("Loss of each step, with it", "(LFW, 112 pixels)"), Lettering.lines(Lettering.TITLE, "Loss of each step, with it (LFW, 112 pixels)", 300));
        assertEquals(List.of("one two three four", "five six seven eight"), Lettering.lines(Lettering.TITLE, "one two three four five six seven eight", 200));
    }

    /** How often, from top to bottom, a text begins in the last 40 columns, right of the axes. */
    private static int rowsOfText(BufferedImage image) {
        int rows = 0;
        for (int y = 1; y < 300; y++) {
            rows += inked(image, y) && !inked(image, y - 1) ? 1 : 0;
        }
        return rows;
    }

    private static boolean inked(BufferedImage image, int y) {
        return IntStream.range(image.getWidth() - 40, image.getWidth()).anyMatch(x -> (image.getRGB(x, y) >> 16 & 0xFF) < 160);
    }

    @Test
    void aLineThatEndsEarlyIsNamedInTheLegend() {
        Legend legend = new Legend();
        XyPlot plot = plot(legend, 1, 3);
        plot.add("early", new double[] {0, 1, 2}, new double[] {2, 2, Double.NaN}, Look.of(2, 2));
        legend.add("early", Look.of(2, 2));
        assertTrue(LineEnds.of(plot, legend, 560, 360).isEmpty());
    }

    private static XyPlot plot(Legend legend, double... ends) {
        XyPlot plot = new XyPlot("t", "x", "y", 0, 2, 0, 6);
        for (double end : ends) {
            plot.add("" + end, new double[] {0, 2}, new double[] {0, end}, Look.of(0, 0));
            legend.add("" + end, Look.of(0, 0));
        }
        return plot;
    }

    private static BufferedImage noise() {
        BufferedImage image = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(1);
        for (int i = 0; i < 64 * 64; i++) {
            image.setRGB(i % 64, i / 64, random.nextInt());
        }
        return image;
    }
}
