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
            assertTrue(svg.contains("<path") && !svg.contains("<image"), "lines and letters, no pixels");
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
        assertTrue(svg.contains("<path"), "its letters");
        Figure figure = gallery.figure();
        assertEquals("image/jpeg", figure.type());
        assertArrayEquals(new byte[] {(byte) 0xFF, (byte) 0xD8}, new byte[] {figure.bytes()[0], figure.bytes()[1]});
        assertTrue(figure.bytes().length < Files.size(gallery.save(folder.resolve("gallery.png"))) / 2, "smaller than without loss");
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

    /** The last of five losses is 5 times the first. */
    @Test
    void uptoFourLinesAreNamedAtTheirEnds() {
        Legend legend = new Legend();
        XyPlot plot = plot(legend, 1, 2, 3, 4);
        assertEquals(List.of("4.0", "3.0", "2.0", "1.0"), LineEnds.of(plot, legend, 560, 360).orElseThrow().ends().stream().map(LineEnds.End::label).toList());
    }

    @Test
    void namesThatWouldOverlapStandInTheLegend() {
        for (double[] ends : new double[][] {{1, 1.1}, {0.5, 2}, {1, 2, 3, 4, 5}}) { // too near, too near to a reference line, too many
            Legend legend = new Legend();
            XyPlot plot = plot(legend, ends);
            plot.add(new Reference("a line", 0.52));
            assertTrue(LineEnds.of(plot, legend, 560, 360).isEmpty());
        }
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
