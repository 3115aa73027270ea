package facet.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.align.Align;
import facet.align.FaceFiles;
import facet.io.DataHome;
import facet.io.Sha256;
import facet.model.Backbone;
import facet.model.weights.Safetensors;
import facet.model.weights.TensorFile;
import facet.study.Experiment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A run on aligned faces, and what its network's file says of them. */
class AlignedRunTest {

    private static final Experiment EYES = Experiment.paper("generated").size(32).triplets(4).backbone(Backbone.FROZEN).with("align", Align.EYES);
    private static final Path FACES = DataHome.find().generatedFaces().resolve("images/g0001");

    @TempDir
    Path folder;
    @RegisterExtension
    final Terminal terminal = new Terminal();

    private String facet(String... arguments) throws IOException, InterruptedException {
        return FacesProgram.run(folder, arguments);
    }

    private Path train(String runs, Align align, int epochs) throws IOException, InterruptedException {
        facet("train", "--data", "generated", "--size", "32", "--limit", "4", "--backbone", "frozen", "--precision", "fp32", "--align", align.name(), "--runs",
                folder.resolve(runs).toString(), "--epochs", Integer.toString(epochs));
        return folder.resolve(runs).resolve(EYES.with("align", align).id());
    }

    @Test
    void aRunIsResumedAndItsNetworkIsUsedAsItWasTrained() throws Exception {
        Path whole = train("whole", Align.EYES, 2);
        train("resumed", Align.EYES, 1);
        Path resumed = train("resumed", Align.EYES, 2);
        for (String file : List.of("distances.csv", "checkpoint.safetensors")) {
            assertArrayEquals(Files.readAllBytes(whole.resolve(file)), Files.readAllBytes(resumed.resolve(file)), file);
        }
        assertNotEquals(Files.readString(whole.resolve("distances.csv")), Files.readString(train("none", Align.NONE, 2).resolve("distances.csv")));

        Path model = folder.resolve("model.safetensors");
        facet("export", "--weights", whole.resolve("checkpoint.safetensors").toString(), "--out", model.toString());
        Map<String, String> metadata = Safetensors.read(model).metadata();
        assertEquals("EYES", metadata.get("align"));
        assertEquals(Sha256.of(FaceFiles.yunet()), metadata.get("facet.detector"));
        assertTrue(metadata.get("facet.settings").contains(" align=EYES"), metadata.toString());

        String taken = embed(model, "taken");
        assertTrue(taken.contains("Note: this network was trained on aligned faces, so that faces are found and aligned here, too. --align none takes images whole."), taken);
        assertFalse(taken.contains("its distances then"), taken);
        embed(model, "asked", "--align", "eyes");
        assertEquals(csv("asked"), csv("taken"));
        String differs = embed(model, "whole", "--align", "none");
        assertTrue(differs.contains("Note: " + model + " was trained on faces that were aligned; its distances then were those of --align eyes."), differs);
        assertNotEquals(csv("whole"), csv("taken"));
    }

    private String embed(Path model, String name, String... more) throws IOException, InterruptedException {
        Stream<String> words = Stream.of("embed", "--images", FACES.toString(), "--weights", model.toString(), "--out", folder.resolve(name + ".csv").toString());
        return facet(Stream.concat(words, Stream.of(more)).toArray(String[]::new));
    }

    private String csv(String name) throws IOException {
        return Files.readString(folder.resolve(name + ".csv"));
    }

    @Test
    void anExportSaysWhatItWasGivenAndAFileWithoutAWordWasNotAligned() {
        Path eyes = folder.resolve("eyes.safetensors");
        assertEquals(0, Main.run("export", "--align", "eyes", "--out", eyes.toString()), terminal.err());
        assertFalse(terminal.err().contains("Note"), terminal.err());
        assertEquals("EYES", Safetensors.read(eyes).metadata().get("align"));
        Path none = folder.resolve("none.safetensors");
        assertEquals(0, Main.run("export", "--weights", eyes.toString(), "--align", "none", "--out", none.toString()), terminal.err());
        assertFalse(Safetensors.read(none).metadata().containsKey("align"));
        assertEquals(0, Main.run("export", "--weights", eyes.toString(), "--out", folder.resolve("again.safetensors").toString()), terminal.err());
        assertEquals("EYES", Safetensors.read(folder.resolve("again.safetensors")).metadata().get("align"));
        terminal.forget();
        assertEquals(0, Main.run("export", "--weights", none.toString(), "--align", "eyes", "--out", folder.resolve("other.safetensors").toString()), terminal.err());
        assertEquals("Note: " + none + " was trained on faces that were not aligned; its distances then were those of --align none.", terminal.err().strip());
    }

    @Test
    void anAlignmentThatFacetDoesNotKnowIsNamed() {
        Path file = TensorFile.zeros(folder.resolve("some.safetensors"), Map.of(), Map.of("align", "NOSE"));
        assertEquals(1, Main.run("embed", "--images", FACES.toString(), "--weights", file.toString(), "--out", folder.resolve("e.csv").toString()));
        assertTrue(terminal.err().contains("facet: " + file + " has align NOSE, which Facet does not know. Give --align.\n"), terminal.err());
        terminal.forget();
        assertEquals(1, Main.run("export", "--weights", "sface", "--out", folder.resolve("s.safetensors").toString()));
        assertEquals("facet: --weights sface is to measure and embed: SFace has a file of its own. Leave it out.", terminal.err().strip());
    }
}
