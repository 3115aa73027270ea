package facet.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.data.FaceSet;
import facet.data.GeneratedFaces;
import facet.data.Judge;
import facet.data.JudgedSplit;
import facet.data.TripletSplit;
import facet.io.DataHome;
import facet.io.FacetException;
import facet.io.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class HardReportTest {

    private static final DataHome HOME = DataHome.find();

    @TempDir
    Path folder;
    @RegisterExtension
    final Terminal terminal = new Terminal();

    private record ByLength(String name) implements Judge {
        @Override
        public ToDoubleBiFunction<Path, Path> likeness(Collection<Path> images, Progress progress) {
            return (first, second) -> Math.floorMod(first.getFileName().hashCode() * 31 + second.getFileName().hashCode(), 1000) / 1000.0;
        }
    }

    @Test
    void theMostAlikeComeFirst() throws IOException {
        FaceSet faces = GeneratedFaces.open(HOME);
        TripletSplit split = TripletSplit.of(faces, 42);
        HardReport report = new HardReport(folder.resolve("new/hard"), 7);
        report.check(HOME);
        report.write(JudgedSplit.of(split, split, faces, new ByLength("j"), Progress.silent()));
        List<String> rows = Files.readAllLines(folder.resolve("new/hard/hard-triplets.csv"));
        assertEquals("set,group,anchor,positive,negative,likeness", rows.get(0));
        assertEquals(44, rows.size() - 1);
        assertTrue(rows.get(1).matches("hard (test|validation),(g\\d{4}),\\2/\\2_000\\d.jpg,\\2/\\2_000\\d.jpg,g\\d{4}/g\\d{4}_000\\d.jpg,0\\.\\d+"), rows.get(1));
        List<Double> likeness = rows.stream().skip(1).map(row -> Double.valueOf(row.split(",")[5])).toList();
        assertEquals(likeness.stream().sorted((a, b) -> Double.compare(b, a)).toList(), likeness);
        assertTrue(ImageIO.read(folder.resolve("new/hard/hard-triplets.png").toFile()).getHeight() > 3 * 150);
    }

    @Test
    void nothingIsWrittenIntoTheCheckout() throws IOException {
        for (Path inside : List.of(HOME.root(), HOME.root().resolve("notebooks/hard"), HOME.generatedFaces(), Files.createSymbolicLink(folder.resolve("link"), HOME.root()).resolve("new"))) {
            assertEquals("--hard is " + inside + ", inside of " + HOME.root() + ": photographs of real people could be committed with it. Name a folder elsewhere.",
                    assertThrows(FacetException.class, () -> new HardReport(inside, 40).check(HOME)).getMessage());
            assertFalse(Files.exists(inside.resolve("hard-triplets.csv")));
        }
        new HardReport(HOME.root().resolve("data/cache/hard"), 40).check(HOME);
        assertEquals("--most is 0; it has to be at least 1.", assertThrows(FacetException.class, () -> new HardReport(folder, 0).check(HOME)).getMessage());
    }

    @Test
    void itIsForLfwAndSaysSoBeforeAnyWork() {
        assertEquals(1, Main.run("data", "generated", "--hard", folder.toString()));
        assertEquals("facet: --hard is for lfw, whose people are judged. Leave it out for generated.", terminal.err().strip());
    }
}
