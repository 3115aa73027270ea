package facet.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.io.DataHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Exit code 1 and a sentence for bad input, 2 and a line for wrong usage. */
class BadInputTest {

    private static final Path FACES = DataHome.find().generatedFaces();

    @TempDir
    Path folder;
    @RegisterExtension
    final Terminal terminal = new Terminal();

    @Test
    void wrongUsageIsTwo() {
        assertEquals(2, Main.run("fly"));
        assertEquals(2, Main.run("train", "--data", "generated"));
        assertEquals(2, Main.run("embed", "--images", ".", "--out", "x.csv", "--level", "P9"));
    }

    @Test
    void wrongUsageIsALineAndWhereToLook() {
        assertEquals(2, Main.run("train", "--data", "generated"));
        assertEquals(List.of("facet: Missing required option: '--epochs=N'", "environment/facet train --help shows all options."), terminal.err().lines().toList());
        terminal.forget();
        said("facet: train has no option --epoch. Did you mean --epochs?", "train", "--data", "generated", "--epoch", "3");
        said("facet: train has no option --leraning-rate. Did you mean --lr?", "train", "--data", "generated", "--leraning-rate=0.1", "--epochs", "3");
        said("facet: train has no option --seeds. Did you mean --seed?", "train", "--data", "generated", "--seeds", "1", "2", "--epochs", "3");
        said("facet: train has no option --image-size. Did you mean --size?", "train", "--data", "generated", "--image-size", "112", "--epochs", "3");
        said("facet: train has no option --colour.", "train", "--data", "generated", "--colour", "red", "--epochs", "3");
    }

    @Test
    void aWrongValueIsNamedWithoutJavasTypes() {
        said("facet: --lr is fast; it has to be a number, such as 0.01.", "train", "--data", "generated", "--lr", "fast", "--epochs", "3");
        said("facet: --epochs is 1.5; it has to be a whole number.", "train", "--data", "generated", "--epochs", "1.5");
        said("facet: --level is P9; it has to be one of none, P2, P3, P4, P5, pool.", "train", "--data", "generated", "--level", "P9", "--epochs", "3");
        said("facet: --mining is hard; it has to be one of fixed, random, semihard, batchhard.", "train", "--data", "generated", "--mining", "hard", "--epochs", "3");
        said("facet: Missing required argument (specify one of these): (--groups=FILE.csv|DIR | --dense=SET)", "evaluate", "--out", "x.csv");
    }

    private void said(String sentence, String... command) {
        terminal.forget();
        assertEquals(2, Main.run(command));
        assertEquals(List.of(sentence, "environment/facet " + command[0] + " --help shows all options."), terminal.err().lines().toList());
    }

    @Test
    void badInputIsOneAndOneSentence() {
        assertEquals(1, Main.run("train", "--data", "nowhere", "--epochs", "1"));
        assertEquals("facet: nowhere is neither generated nor lfw, and there is no such folder or CSV file. Is the path right?", terminal.err().strip());
    }

    @Test
    void aSizeThatNoMachineHoldsIsNamed() {
        String sentence = "facet: --size is 100000; it has to be from 32 to 2048 pixels.";
        assertEquals(1, Main.run("train", "--data", "generated", "--epochs", "1", "--size", "100000"));
        assertEquals(sentence, terminal.err().strip());
        assertEquals(1, Main.run("embed", "--images", FACES.toString(), "--out", folder.resolve("x.csv").toString(), "--size", "100000"));
        assertEquals(2, terminal.err().lines().filter(sentence::equals).count(), terminal.err());
    }

    @Test
    void aNegativeLimitIsNamed() {
        assertEquals(1, Main.run("train", "--data", "generated", "--epochs", "1", "--limit", "-3"));
        assertEquals("facet: --limit is -3; it has to be 0 for all triplets, or a number of triplets.", terminal.err().strip());
    }

    @Test
    void debugShowsTheTrace() {
        assertEquals(1, Main.run("train", "--data", "nowhere", "--epochs", "1", "--debug"));
        assertTrue(terminal.err().contains("at facet.data.FaceSets.named"), terminal.err());
    }

    @Test
    void anOutputThatCanNotBeWrittenIsSaidFirst() {
        String out = folder.toString(); // a folder
        for (String[] command : new String[][] {{"embed", "--images", "nowhere"}, {"evaluate", "--groups", "nowhere"}, {"export", "--weights", "nowhere"}}) {
            terminal.forget();
            assertEquals(1, Main.run(command[0], command[1], command[2], "--out", out));
            assertEquals("facet: Can't write " + out + ": it is a folder. Name a file in it.", terminal.err().strip());
        }
    }

    @Test
    void aFileInsteadOfTheFolderOfImagesIsNamed() {
        String image = FACES.resolve("images/g0001/g0001_0001.jpg").toString();
        assertEquals(1, Main.run("embed", "--images", image, "--out", folder.resolve("x.csv").toString()));
        assertEquals("facet: " + image + " is a file, not a folder: give the folder that it is in.", terminal.err().strip());
    }

    @Test
    void aDamagedImageLeavesNoOutput() throws IOException {
        Path images = Files.createDirectories(folder.resolve("images"));
        Files.writeString(images.resolve("a.jpg"), "<html>not found</html>");
        Path csv = folder.resolve("embeddings.csv");
        assertEquals(1, Main.run("embed", "--images", images.toString(), "--size", "64", "--out", csv.toString()));
        assertTrue(terminal.err().contains("a.jpg is not an image"), terminal.err());
        assertFalse(Files.exists(csv));
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(images), left.toList());
        }
    }

    @Test
    void aTrainingThatFailsAtOnceLeavesNoFolder() throws IOException {
        Path faces = folder.resolve("faces");
        for (int i = 0; i < 30; i++) {
            Path person = Files.createDirectories(faces.resolve("person" + i));
            Files.writeString(person.resolve("1.jpg"), "no image 1 of " + i);
            Files.writeString(person.resolve("2.jpg"), "no image 2 of " + i);
        }
        Path runs = folder.resolve("runs");
        String[] train = {"train", "--size", "32", "--epochs", "1", "--runs", runs.toString(), "--data", faces.toString(), "--weights", "nowhere"};
        assertEquals(1, Main.run(train));
        assertTrue(terminal.err().contains("Can't read the weights file"), terminal.err());
        assertEquals("", terminal.out(), "no folder is named that will not be");
        train[train.length - 1] = "embedded";
        assertEquals(1, Main.run(train));
        assertTrue(terminal.out().startsWith("Run: " + runs) && terminal.err().contains("is not an image"), terminal.out() + terminal.err());
        try (Stream<Path> left = Files.list(runs)) {
            assertEquals(List.of(), left.toList());
        }
    }
}
