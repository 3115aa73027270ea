package facet.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.EngineException;
import facet.io.DataHome;
import facet.io.FacetException;
import facet.model.net.Level;
import facet.model.net.Precision;
import facet.model.weights.ModelProvenance;
import facet.model.weights.Safetensors;
import facet.model.weights.Weights;
import facet.study.Experiment;
import facet.study.RunStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {

    private static final Path FACES = DataHome.find().generatedFaces();

    @TempDir
    Path folder;
    @RegisterExtension
    final Terminal terminal = new Terminal();

    @ParameterizedTest
    @ValueSource(strings = {"data", "train", "study", "runs", "evaluate", "verify", "embed", "export"})
    void everyCommandHelpsWithAnExample(String command) {
        assertEquals(0, Main.run(command, "--help"));
        assertTrue(terminal.out().contains("  environment/facet " + command + " "), terminal.out());
    }

    @Test
    void aCommandOfAnotherProgramTakesThePlaceOfOneWithItsName() throws IOException {
        String study = Files.writeString(folder.resolve("study.yaml"), "{data: generated, epochs: 3}").toString();
        StudyCommand other = new StudyCommand((one, store, progress) -> {
            throw new FacetException("Another one's " + one.epochs() + " epochs.");
        });
        assertEquals(1, Main.run(List.of(other), "study", study, "--runs", folder.toString()));
        assertTrue(terminal.err().contains("facet: Another one's 3 epochs."), terminal.err());
    }

    @Test
    void pyTorchThatCannotBeUnpackedHasItsCause() {
        EngineException error = new EngineException("Failed to extract PyTorch native library", new IOException("No space left on device"));
        assertEquals("Could not unpack PyTorch (No space left on device). Free some space, or set FACET_CACHE to a folder that you may write.", new Main().sentence(error));
    }

    @Test
    void aPyTorchThatDoesNotLoadIsNamed() {
        EngineException error = new EngineException("Failed to load PyTorch native library", new UnsatisfiedLinkError("libcuda.so.1: cannot open"));
        assertEquals("Could not load PyTorch (libcuda.so.1: cannot open). Where PYTORCH_LIBRARY_PATH names one with CUDA, it needs NVIDIA's driver; "
                + "unset that to use Facet's own.", new Main().sentence(error));
    }

    @Test
    void embedWritesARowAnImage() throws IOException {
        Path csv = folder.resolve("embeddings.csv");
        assertEquals(0, Main.run("embed", "--images", FACES.resolve("images/g0001").toString(), "--size", "64", "--out", csv.toString()), terminal.err());
        List<String> rows = Files.readAllLines(csv);
        assertEquals(List.of("g0001_0001.jpg", "g0001_0002.jpg", "g0001_0003.jpg"), rows.stream().map(r -> r.split(",")[0]).toList());
        assertEquals(1 + 2048, rows.get(0).split(",").length);
        assertTrue(terminal.err().contains("embed") && !terminal.err().contains("read from what was kept"), "embeds, since no earlier run of the tests has kept anything: " + terminal.err());
    }

    @Test
    void evaluateWritesAndPrintsEachKind() throws IOException {
        Path list = folder.resolve("groups.csv");
        String image = FACES.resolve("images").toString();
        Files.writeString(list, "group,anchor,positive,negative,kind\n"
                + "right," + image + "/g0001/g0001_0001.jpg," + image + "/g0001/g0001_0001.jpg," + image + "/g0002/g0002_0001.jpg,easy\n"
                + "wrong," + image + "/g0001/g0001_0001.jpg," + image + "/g0002/g0002_0001.jpg," + image + "/g0001/g0001_0001.jpg,hard\n");
        Path csv = folder.resolve("distances.csv");
        assertEquals(0, Main.run("evaluate", "--groups", list.toString(), "--size", "64", "--out", csv.toString()), terminal.err());
        List<String> rows = Files.readAllLines(csv);
        assertEquals("group,kind,d_ap,d_an,correct", rows.get(0));
        assertTrue(rows.get(1).matches("right,easy,0.0,[0-9.]+,true"), rows.get(1));
        assertTrue(rows.get(2).matches("wrong,hard,[0-9.]+,0.0,false"), rows.get(2));
        assertTrue(terminal.err().contains("measure") && !terminal.err().contains("embed"), terminal.err());
        assertTrue(terminal.out().contains("easy") && terminal.out().contains("1.000") && terminal.out().contains("0.000"), terminal.out());
    }

    @Test
    void evaluateTakesThreeFoldersAsWell() throws IOException {
        for (String part : new String[] {"anchor", "positive", "negative"}) {
            Path image = FACES.resolve(part.equals("negative") ? "images/g0002/g0002_0001.jpg" : "images/g0001/g0001_0001.jpg");
            Files.copy(image, Files.createDirectories(folder.resolve("groups").resolve(part)).resolve("one.jpg"));
        }
        Path csv = folder.resolve("distances.csv");
        assertEquals(0, Main.run("evaluate", "--groups", folder.resolve("groups").toString(), "--size", "64", "--out", csv.toString()), terminal.err());
        assertTrue(Files.readAllLines(csv).get(1).matches("one,ordinary,0.0,[0-9.]+,true"));
    }

    /** Its files are no images, so that it ends as soon as the run has its name. */
    @Test
    void trainOnARelativePathIsTheRunOfTheAbsoluteOne() throws IOException {
        Path faces = folder.resolve("faces").toAbsolutePath();
        for (int i = 0; i < 30; i++) {
            Path person = Files.createDirectories(faces.resolve("person" + i));
            Files.writeString(person.resolve("1.jpg"), "no image " + i);
            Files.writeString(person.resolve("2.jpg"), "no image either " + i);
        }
        Path relative = Path.of("").toAbsolutePath().relativize(faces);
        String runs = folder.resolve("runs").toString();
        assertEquals(1, Main.run("train", "--data", relative.toString(), "--size", "32", "--precision", "fp32", "--runs", runs, "--epochs", "1"));
        Experiment same = Experiment.paper(faces.toString()).size(32);
        assertEquals("Run: " + Path.of(runs, same.id()), terminal.out().lines().findFirst().orElseThrow(), terminal.err());
    }

    @Test
    void trainNamesItsRunGoesOnAndItsCheckpointCanBeExported() throws IOException {
        String runs = folder.resolve("runs").toString();
        String[] train = {"train", "--data", "generated", "--size", "32", "--limit", "2", "--level", "p5", "--precision", "fp32", "--seed", "7", "--split-seed", "3",
            "--runs", runs, "--epochs", "1"};
        assertEquals(0, Main.run(train), terminal.err());
        Experiment same = Experiment.paper("generated").precision(Precision.FP32).size(32).triplets(2).level(Level.P5).splitSeed(3).seed(7);
        Path run = Path.of(runs, same.id());
        assertEquals("Run: " + run, terminal.out().lines().findFirst().orElseThrow(), "what is not said is the paper's");
        train[train.length - 1] = "2";
        assertEquals(0, Main.run(train), terminal.err());
        assertEquals(new RunStore(Path.of(runs)).find(same.id()).diagnosis().orElseThrow().sentence(), terminal.out().lines().reduce((before, last) -> last).orElseThrow());

        Path model = folder.resolve("model.safetensors");
        assertEquals(0, Main.run("export", "--weights", run.resolve("checkpoint.safetensors").toString(), "--out", model.toString()), terminal.err());
        Safetensors exported = Safetensors.read(model);
        assertEquals("P5", exported.metadata().get("level"));
        assertEquals("32", exported.metadata().get("size"));
        ModelProvenance provenance = Weights.file(model).provenance();
        String split = new RunStore(Path.of(runs)).find(same.id()).splitHash();
        assertEquals(ModelProvenance.training("generated", split, 7, same.canonical()).after(2), provenance);
        assertEquals("Note: " + run.resolve("checkpoint.safetensors") + " was trained on generated, split " + split + ", seed 7, epoch 2, Facet " + ModelProvenance.FACET + ".",
                terminal.err().lines().filter(line -> line.contains(" was trained on ")).findFirst().orElse(terminal.err()));
        assertTrue(exported.names().contains("fpn.inner_blocks.0.0.weight"));
        assertFalse(exported.names().stream().anyMatch(name -> name.startsWith("momentum")));
        Path bf16 = folder.resolve("bf16.safetensors");
        Path again = folder.resolve("again.safetensors");
        assertEquals(0, Main.run("export", "--weights", model.toString(), "--precision", "bf16", "--out", bf16.toString()), terminal.err());
        assertEquals(0, Main.run("export", "--weights", bf16.toString(), "--out", again.toString()), terminal.err());
        assertEquals("bf16", Safetensors.read(again).metadata().get("precision"), "what it was trained in");
        assertEquals(provenance, Weights.file(again).provenance());
        assertArrayEquals(Files.readAllBytes(bf16), Files.readAllBytes(again));
    }
}
