package facet.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.data.FaceFolder;
import facet.data.GeneratedFaces;
import facet.io.DataHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Nine generated people: two to test, two to validate and five to train on. */
class DenseEvaluationTest {

    @TempDir
    Path folder;
    @RegisterExtension
    final Terminal terminal = new Terminal();
    private Path people;
    private Path csv;

    @BeforeEach
    void copyPeople() {
        people = FaceFolder.copy(GeneratedFaces.open(DataHome.find()).people().subList(0, 9), folder.resolve("people"));
        csv = folder.resolve("people.csv");
    }

    private int dense(String... more) {
        List<String> line = new ArrayList<>(List.of("evaluate", "--dense", people.toString(), "--size", "64", "--out", csv.toString()));
        line.addAll(List.of(more));
        return Main.run(line.toArray(String[]::new));
    }

    @Test
    void eachPersonHasARowAndTheMeanASentence() throws IOException {
        assertEquals(0, dense("--part", "train"), terminal.err());
        List<String> rows = Files.readAllLines(csv);
        assertEquals("person,pairs,accuracy", rows.get(0));
        assertEquals(6, rows.size());
        for (String row : rows.subList(1, 6)) {
            String[] cells = row.split(",");
            long images = Files.list(people.resolve(cells[0])).count();
            assertEquals(images * (images - 1), Long.parseLong(cells[1]), row);
        }
        double mean = rows.stream().skip(1).mapToDouble(row -> Double.parseDouble(row.split(",")[2])).average().orElseThrow();
        assertTrue(terminal.out().startsWith("Mean accuracy of 5 people: %.3f, 95 %% interval ".formatted(mean)), terminal.out());
    }

    @Test
    void aPartOfTwoPeopleAndAnUnknownPartAreRefused() {
        assertEquals(1, dense());
        assertTrue(terminal.err().contains("facet: A dense evaluation needs 3 people with two images or more, not 2. Take another part or a larger set."),
                terminal.err());
        assertEquals(1, dense("--part", "lookalike"));
        assertTrue(terminal.err().contains("facet: --part is lookalike; it can be train, validation or test."), terminal.err());
        assertFalse(Files.exists(csv));
        terminal.forget();
        assertEquals(1, Main.run("evaluate", "--groups", "a.csv", "--part", "train", "--out", csv.toString()));
        assertEquals("facet: --part and --split are of --dense: the triplets of --groups have neither. Leave them out.", terminal.err().strip());
        assertEquals(2, Main.run("evaluate", "--dense", "generated", "--groups", "a", "--out", csv.toString()));
    }
}
