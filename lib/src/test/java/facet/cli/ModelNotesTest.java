package facet.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import facet.io.DataHome;
import facet.model.FaceEmbedder;
import facet.model.net.Level;
import facet.model.weights.Safetensors;
import facet.model.weights.TensorFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Whoever gives a command a file of weights hears what was not used, and what was not there. */
class ModelNotesTest {

    @TempDir
    Path folder;
    @RegisterExtension
    final Terminal terminal = new Terminal();

    @Test
    void whatIsNotUsedIsANote() {
        Path file = file(Level.P3, Map.of("level", "P3"), "roi_heads.box.weight", "fc.weight");
        assertEquals(0, export(file), terminal.err());
        assertTrue(terminal.err().contains("Note: " + file + " holds a tensor that this network does not use: roi_heads.box.weight.\n"), terminal.err());
        assertFalse(terminal.err().contains("untrained"), terminal.err());
    }

    @Test
    void aPyramidThatIsNotThereIsOneNote() {
        Path file = file(Level.NONE, Map.of());
        assertEquals(0, export(file, "--level", "P3"), terminal.err());
        assertEquals("Note: " + file + " holds no feature pyramid; that of this network is untrained.", terminal.err().strip());
        terminal.forget();
        assertEquals(0, export(Path.of("embedded"), "--level", "P3"), terminal.err());
        assertEquals("Note: embedded holds no feature pyramid; the one of P3 is untrained.", terminal.err().strip());
    }

    /** Without a word of the level, a pyramid under older names counts, too. */
    @Test
    void aPyramidOfOlderTorchvisionIsTaken() {
        Path file = file(Level.P2, Map.of());
        assertEquals(0, export(file), terminal.err());
        assertEquals("", terminal.err());
        assertEquals("P2", Safetensors.read(folder.resolve("out.safetensors")).metadata().get("level"));
    }

    /** POOL has no convolution of its own: P5's was trained. */
    @Test
    void onlyAnotherConvolutionIsANote() {
        Path file = file(Level.P5, Map.of("level", "P5"));
        assertEquals(0, export(file, "--level", "pool"), terminal.err());
        assertEquals("", terminal.err());
        assertEquals("POOL", Safetensors.read(folder.resolve("out.safetensors")).metadata().get("level"));
        assertEquals(0, export(file, "--level", "p4"), terminal.err());
        assertEquals("Note: " + file + " was trained at P5; the last convolution of P4 is untrained.", terminal.err().strip());
    }

    @Test
    void anotherNetworkIsRefused() {
        assertEquals(1, export(file(Level.NONE, Map.of(), "layer3.6.conv1.weight")));
        assertTrue(terminal.err().contains("holds layer3.6.conv1.weight, which ResNet-50 does not have: it is another network."), terminal.err());
        terminal.forget();
        assertEquals(1, export(file(Level.NONE, Map.of("precision", "int4"))));
        assertTrue(terminal.err().contains("has precision int4, which Facet does not know. Give --precision."), terminal.err());
    }

    @Test
    void aSizeThatTheFileSaysIsNotBlamedOnTheOption() {
        for (String size : new String[] {"5", "big"}) {
            Path file = file(Level.NONE, Map.of("size", size));
            assertEquals(1, export(file));
            assertEquals("facet: " + file + " has size " + size + ", which Facet does not know. Give --size.", terminal.err().strip());
            terminal.forget();
        }
    }

    @Test
    void aTripletWithOneImageTwiceIsANote() throws IOException {
        Path images = DataHome.find().generatedFaces().resolve("images/g0001");
        Path list = Files.writeString(folder.resolve("groups.csv"), "group,anchor,positive,negative\n1," + images + "/g0001_0001.jpg," + images + "/g0001_0001.jpg,"
                + images + "/g0001_0002.jpg\n");
        assertEquals(0, Main.run("evaluate", "--groups", list.toString(), "--size", "64", "--out", folder.resolve("out.csv").toString()), terminal.err());
        assertTrue(terminal.err().contains("Note: The triplet 1 has one image twice: such a triplet cannot test a network. Correct the list.\n"), terminal.err());
    }

    private int export(Path weights, String... more) {
        String[] words = {"export", "--weights", weights.toString(), "--out", folder.resolve("out.safetensors").toString()};
        return Main.run(Stream.concat(Stream.of(words), Stream.of(more)).toArray(String[]::new));
    }

    private Path file(Level level, Map<String, String> metadata, String... extra) {
        Map<String, long[]> shapes = new LinkedHashMap<>();
        try (NDManager manager = NDManager.newBaseManager()) {
            FaceEmbedder.builder().level(level).build(manager).named().forEach((name, parameter) ->
                    shapes.put(name.replaceFirst("(_blocks\\.\\d)\\.0", "$1"), parameter.getArray().getShape().getShape()));
        }
        for (String name : extra) {
            shapes.put(name, new long[] {3});
        }
        return TensorFile.zeros(folder.resolve("some.safetensors"), shapes, metadata);
    }
}
