package facet.report.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PaletteTest {

    /** Whoever looks for the colour of a line finds it in one place; a look may still make one clearer. */
    @Test
    void noFigureMakesAColourOfItsOwn() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/java/facet/report/chart"))) {
            List<Path> makers = files.filter(PaletteTest::makesAColour).map(Path::getFileName).sorted().toList();
            assertEquals(List.of(Path.of("Palette.java")), makers);
        }
    }

    @Test
    void linesAreColouredInTheOrderOfThePalette() {
        for (int i = 0; i < 2 * Palette.LINES.size(); i++) {
            assertEquals(Palette.LINES.get(i % Palette.LINES.size()), Look.of(i, 0).color());
        }
    }

    /** Of two networks the markers differ, and in a grey print the dashes or the lightness, by a contrast of 2 : 1 as WCAG counts it. */
    @Test
    void networksAreToldApartWithoutColour() {
        for (PlottedNetwork one : PlottedNetwork.values()) {
            assertTrue(contrast(one.look().color(), Color.WHITE) >= 2, one + " is seen on white");
            for (PlottedNetwork other : PlottedNetwork.values()) {
                if (one != other) {
                    assertNotEquals(one.look().color(), other.look().color());
                    assertNotEquals(one.look().marker(), other.look().marker(), one + " and " + other);
                    assertTrue(!Arrays.equals(one.look().line().getDashArray(), other.look().line().getDashArray())
                            || contrast(one.look().color(), other.look().color()) >= 2, one + " and " + other);
                }
            }
        }
    }

    @Test
    void aLabelNamesItsNetworkHoweverACallerPutsIt() {
        Map<PlottedNetwork, List<String>> labels = Map.of(
                PlottedNetwork.P2, List.of("with FPN", "ResNet-50 + FPN P2", "level=P2 pooling=AVERAGE", "P2, frozen backbone", "pyramid", "with FPN, 112 pixels, three seeds"),
                PlottedNetwork.NO_FPN, List.of("without FPN", "ResNet-50 (no FPN)", "level=NONE", "without, 224 pixels", "without a pyramid", "ResNet-50 + linear"),
                PlottedNetwork.P5, List.of("P5, frozen backbone", "level=P5"), PlottedNetwork.SFACE, List.of("SFace", "SFace + linear"),
                PlottedNetwork.POOL, List.of("level=POOL", "level pool", "pool", "pool, lr 0.01", "ResNet-50 + FPN POOL"), PlottedNetwork.IMAGENET, List.of("ImageNet"));
        labels.forEach((network, own) -> own.forEach(label -> assertEquals(Optional.of(network), PlottedNetwork.of(label), label)));
        for (String none : List.of("rate 0.001", "224 pixels", "test", "without augmentation", "spooling", "pooling 2")) {
            assertEquals(Optional.empty(), PlottedNetwork.of(none), none);
        }
    }

    /** The orange dashes of ResNet-50 (no FPN) are those of no learning rate: a reader would take one for the other. */
    @Test
    void aSettingLooksLikeNoNetwork() {
        for (int i = 0; i < Palette.SETTINGS.size(); i++) {
            Look setting = Look.setting(i);
            assertTrue(contrast(setting.color(), Color.WHITE) >= 2, i + " is seen on white");
            for (PlottedNetwork network : PlottedNetwork.values()) {
                assertNotEquals(network.look().color(), setting.color());
                assertFalse(Arrays.equals(network.look().line().getDashArray(), setting.line().getDashArray()), i + " and " + network);
            }
        }
        Map<String, Look> rates = Looks.of(List.of("learning rate 0.001", "learning rate 0.01"));
        assertEquals(List.of(Look.setting(0), Look.setting(1)), List.copyOf(rates.values()));
        assertTrue(contrast(Look.setting(0).color(), Look.setting(1).color()) >= 2, "two clouds of points in grey");
    }

    /** In a grey print the dashes alone tell three lines of two networks apart. */
    @Test
    void eachLineOfAChartHasDashesOfItsOwn() {
        Collection<Look> looks = Looks.of(List.of("P2, lr 0.001", "P2, lr 0.01", "ResNet-50 (no FPN), lr 0.01", "P5", "ResNet-50 (no FPN), lr 0.001", "P2, lr 0.1", "a set")).values();
        assertEquals(7, looks.stream().map(look -> Arrays.toString(look.line().getDashArray())).distinct().count());
        assertEquals(7, looks.stream().map(Look::marker).distinct().count());
    }

    @Test
    void linesOfOneNetworkShareItsColourAndOthersKeepOffIt() {
        Map<String, Look> looks = Looks.of(List.of("a set", "P2, 112 pixels", "P2, 224 pixels", "P5", "another"));
        assertEquals(PlottedNetwork.P2.look(), looks.get("P2, 112 pixels"));
        assertEquals(looks.get("P2, 112 pixels").color(), looks.get("P2, 224 pixels").color());
        assertNotEquals(looks.get("P2, 112 pixels").marker(), looks.get("P2, 224 pixels").marker());
        assertFalse(Arrays.equals(looks.get("P2, 112 pixels").line().getDashArray(), looks.get("P2, 224 pixels").line().getDashArray()));
        assertEquals(4, looks.values().stream().map(Look::color).distinct().count());
        assertEquals(20, Looks.of(IntStream.range(0, 20).mapToObj(String::valueOf).toList()).size(), "more than there are colours");
    }

    private static double contrast(Color one, Color other) {
        double a = luminance(one) + 0.05;
        double b = luminance(other) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(int channel) {
        return channel <= 10 ? channel / 255.0 / 12.92 : Math.pow((channel / 255.0 + 0.055) / 1.055, 2.4);
    }

    private static boolean makesAColour(Path file) {
        try {
            String source = Files.readString(file);
            return source.contains("new Color(0x") || source.contains("Color.WHITE") || source.contains("Color.DARK_GRAY");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
