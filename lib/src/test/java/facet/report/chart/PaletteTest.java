package facet.report.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    private static boolean makesAColour(Path file) {
        try {
            String source = Files.readString(file);
            return source.contains("new Color(0x") || source.contains("Color.WHITE") || source.contains("Color.DARK_GRAY");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
