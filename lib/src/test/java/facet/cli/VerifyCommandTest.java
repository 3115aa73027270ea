package facet.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.io.DataHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class VerifyCommandTest {

    private static final Path FACES = DataHome.find().generatedFaces().resolve("images");
    private static final Path SCORES = Path.of("src/test/resources/verification/scores-people.csv");

    @TempDir
    Path folder;
    @RegisterExtension
    final Terminal terminal = new Terminal();

    private Path file(String name) {
        return folder.resolve(name);
    }

    /** The AUC is scikit-learn's ({@link facet.eval.verification.ScikitLearnTest}). */
    @Test
    void scoresOfAnyProgramAreMeasured() throws IOException {
        assertEquals(0, Main.run("verify", "--scores", SCORES.toString(), "--out", file("m.csv").toString(), "--det", file("det.png").toString()), terminal.err());
        List<String> rows = Files.readAllLines(file("m.csv"));
        assertEquals(List.of("measure", "auc", "eer", "tar@far=0.1", "tar@far=0.01", "tar@far=0.001", "accuracy", "threshold"),
                rows.stream().map(row -> row.split(",")[0]).toList());
        assertEquals("measure,value,low,high", rows.get(0));
        assertEquals("tar@far=0.01,,,", rows.get(4));
        assertTrue(rows.stream().filter(row -> !row.startsWith("tar@far=0.0")).skip(1).allMatch(row -> row.matches("[a-z@=0.1]+(,[0-9.]+){3}")), rows.toString());
        assertEquals(List.of("Note: No tar@far=0.01: a FAR of 0.01 takes at least 300 pairs of strangers (3 false accepts); there are 200.",
                "Note: No tar@far=0.001: a FAR of 0.001 takes at least 3,000 pairs of strangers (3 false accepts); there are 200."), terminal.err().lines().toList());
        assertTrue(terminal.out().contains("95 % interval") && terminal.out().endsWith("Wrote " + file("m.csv") + "\nWrote " + file("det.png") + "\n"), terminal.out());
        assertEquals(560, ImageIO.read(file("det.png").toFile()).getWidth());
    }

    @Test
    void pairsOfImagesAreMeasuredAndTheirDistancesGiveTheSame() throws IOException {
        Files.writeString(file("pairs.csv"), "image_a,image_b,same,fold,person_a,person_b\ng0001/g0001_0001.jpg,g0001/g0001_0001.jpg,1,1,g0001,g0001\n"
                + "g0001/g0001_0001.jpg,g0002/g0002_0001.jpg,0,1,g0001,g0002\ng0002/g0002_0001.jpg,g0002/g0002_0001.jpg,1,2,g0002,g0002\n"
                + "g0003/g0003_0001.jpg,g0004/g0004_0001.jpg,0,2,g0003,g0004\n");
        assertEquals(0, Main.run("verify", "--pairs", file("pairs.csv").toString(), "--images", FACES.toString(), "--size", "64", "--out", file("m.csv").toString(),
                "--distances", file("d.csv").toString()), terminal.err());
        List<String> distances = Files.readAllLines(file("d.csv"));
        assertEquals("pair,same,distance,fold,person_a,person_b", distances.get(0));
        assertEquals("1,1,0.0,1,g0001,g0001", distances.get(1));
        assertTrue(distances.get(2).matches("2,0,[0-9.]+,1,g0001,g0002"), distances.get(2));
        assertTrue(Files.readString(file("m.csv")).contains("auc,1.0,") && Files.readString(file("m.csv")).contains("accuracy,1.0,1.0,1.0"), Files.readString(file("m.csv")));
        assertEquals(0, Main.run("verify", "--scores", file("d.csv").toString(), "--out", file("again.csv").toString()), terminal.err());
        assertEquals(Files.readString(file("m.csv")), Files.readString(file("again.csv")));
    }

    @Test
    void aMissingImageStopsItBeforeAnyIsEmbedded() throws IOException {
        Files.writeString(file("pairs.txt"), "1\t1\ng0001\t1\t2\ng0001\t1\tg0002\t99\n");
        assertEquals(1, Main.run("verify", "--pairs", file("pairs.txt").toString(), "--images", FACES.toString(), "--out", file("m.csv").toString()));
        assertEquals("facet: " + file("pairs.txt") + ", line 3: there is no image " + FACES.resolve("g0002/g0002_0099.jpg")
                + ". Correct the list, or name the folder of the images by --images.", terminal.err().strip());
        assertFalse(Files.exists(file("m.csv")));
        terminal.forget();
        assertEquals(1, Main.run("verify", "--pairs", file("pairs.txt").toString(), "--images", file("none").toString(), "--out", file("m.csv").toString()));
        assertEquals("facet: --images is " + file("none") + ", which is no folder. Name the folder that the images lie below.", terminal.err().strip());
    }

    @Test
    void aSourceIsNeededAndOnlyOne() {
        assertEquals(2, Main.run("verify", "--out", file("m.csv").toString()));
        assertTrue(terminal.err().contains("--pairs=FILE | --scores=FILE.csv"), terminal.err());
        assertEquals(2, Main.run("verify", "--pairs", "a", "--scores", "b", "--out", file("m.csv").toString()));
        terminal.forget();
        assertEquals(2, Main.run("verify", "--scores", SCORES.toString(), "--size", "64", "--out", file("m.csv").toString()));
        assertEquals("facet: --size is for --pairs: the distances of --scores are there already.", terminal.err().lines().findFirst().orElseThrow());
    }

    @Test
    void aResultThatIsReadIsRefused() throws IOException {
        Files.copy(SCORES, file("s.csv"));
        assertEquals(1, Main.run("verify", "--scores", file("s.csv").toString(), "--out", file("m.csv").toString(), "--det", file("s.csv").toString()));
        assertTrue(terminal.err().contains("which is read here as"), terminal.err());
        assertEquals(1, Main.run("verify", "--scores", file("s.csv").toString(), "--out", folder.toString()));
        assertTrue(terminal.err().contains("Can't write " + folder + ": it is a folder."), terminal.err());
    }
}
