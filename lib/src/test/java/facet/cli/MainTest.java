package facet.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.data.DataHome;
import facet.model.Safetensors;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {

    private static final Path FACES = DataHome.find().generatedFaces();

    @TempDir
    Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private PrintStream systemOut;
    private PrintStream systemErr;

    @BeforeEach
    void capture() {
        systemOut = System.out;
        systemErr = System.err;
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void restore() {
        System.setOut(systemOut);
        System.setErr(systemErr);
    }

    @ParameterizedTest
    @ValueSource(strings = {"data", "train", "evaluate", "embed", "export"})
    void everyCommandHelpsWithAnExample(String command) {
        assertEquals(0, Main.run(command, "--help"));
        assertTrue(text(out).contains("  environment/facet " + command + " "), text(out));
    }

    @Test
    void wrongUsageIsTwo() {
        assertEquals(2, Main.run("fly"));
        assertEquals(2, Main.run("train", "--data", "generated"));
        assertEquals(2, Main.run("embed", "--images", ".", "--out", "x.csv", "--level", "P9"));
    }

    @Test
    void wrongUsageIsALineAndWhereToLook() {
        assertEquals(2, Main.run("train", "--data", "generated"));
        assertEquals(List.of("facet: Missing required option: '--epochs=N'", "environment/facet train --help shows all options."), text(err).lines().toList());
        err.reset();
        assertEquals(2, Main.run("train", "--data", "generated", "--epoch", "3"));
        assertTrue(text(err).contains("--epochs") && text(err).lines().count() <= 4, text(err));
    }

    @Test
    void badInputIsOneAndOneSentence() {
        assertEquals(1, Main.run("train", "--data", "nowhere", "--epochs", "1"));
        assertEquals("facet: There is no face set nowhere: it can be generated, lfw, a folder or a CSV of groups.", text(err).strip());
    }

    @Test
    void aSizeThatNoMachineHoldsIsNamed() {
        String sentence = "facet: --size is 100000; it has to be from 32 to 2048 pixels.";
        assertEquals(1, Main.run("train", "--data", "generated", "--epochs", "1", "--size", "100000"));
        assertEquals(sentence, text(err).strip());
        assertEquals(1, Main.run("embed", "--images", FACES.toString(), "--out", folder.resolve("x.csv").toString(), "--size", "100000"));
        assertEquals(2, text(err).lines().filter(sentence::equals).count(), text(err));
    }

    @Test
    void aNegativeLimitIsNamed() {
        assertEquals(1, Main.run("train", "--data", "generated", "--epochs", "1", "--limit", "-3"));
        assertEquals("facet: --limit is -3; it has to be 0 for all groups, or a number of groups.", text(err).strip());
    }

    @Test
    void debugShowsTheTrace() {
        assertEquals(1, Main.run("train", "--data", "nowhere", "--epochs", "1", "--debug"));
        assertTrue(text(err).contains("at facet.data.FaceSets.named"), text(err));
    }

    @Test
    void embedWritesARowAnImage() throws IOException {
        Path csv = folder.resolve("embeddings.csv");
        assertEquals(0, Main.run("embed", "--images", FACES.resolve("images/g0001").toString(), "--size", "64", "--out", csv.toString()), text(err));
        List<String> rows = Files.readAllLines(csv);
        assertEquals(List.of("g0001_0001.jpg", "g0001_0002.jpg", "g0001_0003.jpg"), rows.stream().map(r -> r.split(",")[0]).toList());
        assertEquals(1 + 2048, rows.get(0).split(",").length);
    }

    @Test
    void anOutputThatCanNotBeWrittenIsSaidFirst() {
        String out = folder.toString(); // a folder
        for (String[] command : new String[][] {{"embed", "--images", "nowhere"}, {"evaluate", "--groups", "nowhere"}, {"export", "--weights", "nowhere"}}) {
            err.reset();
            assertEquals(1, Main.run(command[0], command[1], command[2], "--out", out));
            assertEquals("facet: Can't write " + out + ": it is a folder. Name a file in it.", text(err).strip());
        }
    }

    @Test
    void aFileInsteadOfTheFolderOfImagesIsNamed() {
        String image = FACES.resolve("images/g0001/g0001_0001.jpg").toString();
        assertEquals(1, Main.run("embed", "--images", image, "--out", folder.resolve("x.csv").toString()));
        assertEquals("facet: " + image + " is a file, not a folder: give the folder that it is in.", text(err).strip());
    }

    @Test
    void aDamagedImageLeavesNoOutput() throws IOException {
        Path images = Files.createDirectories(folder.resolve("images"));
        Files.writeString(images.resolve("a.jpg"), "<html>not found</html>");
        Path csv = folder.resolve("embeddings.csv");
        assertEquals(1, Main.run("embed", "--images", images.toString(), "--size", "64", "--out", csv.toString()));
        assertTrue(text(err).contains("a.jpg is not an image"), text(err));
        assertFalse(Files.exists(csv));
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(images), left.toList());
        }
    }

    @Test
    void evaluateWritesAndPrintsEachKind() throws IOException {
        Path list = folder.resolve("groups.csv");
        String image = FACES.resolve("images").toString();
        Files.writeString(list, "group,anchor,positive,negative,kind\n"
                + "right," + image + "/g0001/g0001_0001.jpg," + image + "/g0001/g0001_0001.jpg," + image + "/g0002/g0002_0001.jpg,easy\n"
                + "wrong," + image + "/g0001/g0001_0001.jpg," + image + "/g0002/g0002_0001.jpg," + image + "/g0001/g0001_0001.jpg,hard\n");
        Path csv = folder.resolve("distances.csv");
        assertEquals(0, Main.run("evaluate", "--groups", list.toString(), "--size", "64", "--out", csv.toString()), text(err));
        List<String> rows = Files.readAllLines(csv);
        assertEquals("group,kind,d_ap,d_an,correct", rows.get(0));
        assertTrue(rows.get(1).matches("right,easy,0.0,[0-9.]+,true"), rows.get(1));
        assertTrue(rows.get(2).matches("wrong,hard,[0-9.]+,0.0,false"), rows.get(2));
        assertTrue(text(out).contains("easy") && text(out).contains("1.000") && text(out).contains("0.000"), text(out));
    }

    @Test
    void trainNamesItsRunGoesOnAndItsCheckpointCanBeExported() {
        String runs = folder.resolve("runs").toString();
        String[] train = {"train", "--data", "generated", "--size", "32", "--limit", "2", "--level", "p5", "--runs", runs, "--epochs", "1"};
        assertEquals(0, Main.run(train), text(err));
        assertTrue(text(out).startsWith("Run: " + runs), text(out));
        Path run = Path.of(text(out).lines().findFirst().orElseThrow().substring("Run: ".length()));
        train[train.length - 1] = "2";
        assertEquals(0, Main.run(train), text(err));

        Path model = folder.resolve("model.safetensors");
        assertEquals(0, Main.run("export", "--weights", run.resolve("checkpoint.safetensors").toString(), "--out", model.toString()), text(err));
        Safetensors exported = Safetensors.read(model);
        assertEquals("P5", exported.metadata().get("level"));
        assertTrue(exported.names().contains("fpn.inner_blocks.0.0.weight"));
        assertFalse(exported.names().stream().anyMatch(name -> name.startsWith("momentum")));
    }

    @Test
    void aTrainingThatFailsAtOnceLeavesNoFolder() throws IOException {
        Path faces = folder.resolve("faces");
        for (int i = 0; i < 30; i++) {
            Path person = Files.createDirectories(faces.resolve("person" + i));
            Files.writeString(person.resolve("1.jpg"), "no image");
            Files.writeString(person.resolve("2.jpg"), "no image");
        }
        Path runs = folder.resolve("runs");
        String[] train = {"train", "--size", "32", "--epochs", "1", "--runs", runs.toString(), "--data", faces.toString(), "--weights", "nowhere"};
        assertEquals(1, Main.run(train));
        assertTrue(text(err).contains("Can't read the weights file"), text(err));
        assertEquals("", text(out), "no folder is named that will not be");
        train[train.length - 1] = "embedded";
        assertEquals(1, Main.run(train));
        assertTrue(text(out).startsWith("Run: " + runs) && text(err).contains("is not an image"), text(out) + text(err));
        try (Stream<Path> left = Files.list(runs)) {
            assertEquals(List.of(), left.toList());
        }
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}
