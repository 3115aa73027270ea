package facet.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import facet.io.FacetException;
import facet.model.FaceEmbedder;
import facet.model.net.Level;
import facet.model.weights.ModelProvenance;
import facet.model.weights.Weights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckpointTest {

    private static final String NAME = "fpn.layer_blocks.3.0.weight";

    @TempDir
    Path folder;

    @Test
    void restoresWeightsMomentumAndEpoch() {
        Path file = folder.resolve("checkpoint.safetensors");
        try (NDManager manager = NDManager.newBaseManager(); Sgd sgd = new Sgd(0.1f, 0.9f); Sgd again = new Sgd(0.1f, 0.9f)) {
            FaceEmbedder model = p5(manager, 1);
            var weight = model.named().get(NAME).getArray();
            sgd.update(NAME, weight, weight.onesLike());
            Checkpoint.save(file, model, 224, sgd, 4, "abc", ModelProvenance.UNKNOWN);

            FaceEmbedder other = p5(manager, 2);
            assertEquals(4, Checkpoint.restore(file, other, again, "abc"));
            assertArrayEquals(weight.toFloatArray(), other.named().get(NAME).getArray().toFloatArray());
            assertArrayEquals(sgd.velocity().get(NAME).toFloatArray(), again.velocity().get(NAME).toFloatArray());
            assertEquals(sgd.velocity().keySet(), again.velocity().keySet());
        }
    }

    @Test
    void refusesAnotherExperimentsAndADamagedFile() throws IOException {
        Path file = folder.resolve("checkpoint.safetensors");
        try (NDManager manager = NDManager.newBaseManager(); Sgd sgd = new Sgd(0.1f, 0.9f)) {
            FaceEmbedder model = p5(manager, 1);
            Checkpoint.save(file, model, 224, sgd, 4, "abc", ModelProvenance.UNKNOWN);
            String message = assertThrows(FacetException.class, () -> Checkpoint.restore(file, model, sgd, "def")).getMessage();
            assertTrue(message.contains("is a checkpoint of experiment abc, not of def"), message);
            byte[] whole = Files.readAllBytes(file);
            Files.write(file, Arrays.copyOf(whole, whole.length - 100));
            String damaged = assertThrows(FacetException.class, () -> Checkpoint.restore(file, model, sgd, "abc")).getMessage();
            assertTrue(damaged.contains("checkpoint.safetensors ends before its tensor"), damaged);
        }
    }

    @Test
    void restoringIntoAUsedOptimiserLeavesNothingOfItsMomentum() {
        Path file = folder.resolve("checkpoint.safetensors");
        try (NDManager manager = NDManager.newBaseManager(); Sgd sgd = new Sgd(0.1f, 0.9f); Sgd used = new Sgd(0.1f, 0.9f)) {
            FaceEmbedder model = p5(manager, 1);
            step(model, sgd, NAME);
            Checkpoint.save(file, model, 224, sgd, 4, "abc", ModelProvenance.UNKNOWN);
            step(model, used, NAME);
            step(model, used, "body.conv1.weight");
            int before = manager.getManagedArrays().size();
            Checkpoint.restore(file, model, used, "abc");
            assertEquals(Set.of(NAME), used.velocity().keySet());
            assertEquals(before - 1, manager.getManagedArrays().size(), "the momentum of conv1 is gone, and the other one replaced");
        }
    }

    @ParameterizedTest
    @CsvSource({"fpn.layer_blocks.9.0.weight,2", "body.bn1.weight,2"})
    void momentumOfAnotherNetworkIsRefused(String name, long length) {
        Path file = folder.resolve("checkpoint.safetensors");
        try (NDManager manager = NDManager.newBaseManager(); Sgd sgd = new Sgd(0.1f, 0.9f)) {
            FaceEmbedder model = p5(manager, 1);
            sgd.velocity().put(name, manager.zeros(new Shape(length)));
            Checkpoint.save(file, model, 224, sgd, 4, "abc", ModelProvenance.UNKNOWN);
            String message = assertThrows(FacetException.class, () -> Checkpoint.restore(file, model, sgd, "abc")).getMessage();
            assertTrue(message.startsWith(file + " holds momentum." + name + " of the shape (2), for which this network has no parameter."), message);
        }
    }

    /** Who stops a program that is about to go on is not told to delete what was trained. */
    @Test
    void anInterruptIsNoDamage() {
        Path file = folder.resolve("checkpoint.safetensors");
        try (NDManager manager = NDManager.newBaseManager(); Sgd sgd = new Sgd(0.1f, 0.9f)) {
            Checkpoint.save(file, p5(manager, 1), 224, sgd, 4, "abc", ModelProvenance.UNKNOWN);
        }
        Thread.currentThread().interrupt();
        String message = assertThrows(FacetException.class, () -> Checkpoint.epoch(file)).getMessage();
        assertTrue(Thread.interrupted());
        assertTrue(message.startsWith("Stopped while reading"), message);
        assertEquals(4, Checkpoint.epoch(file));
    }

    private static void step(FaceEmbedder model, Sgd sgd, String name) {
        NDArray weight = model.named().get(name).getArray();
        try (NDArray gradient = weight.onesLike()) {
            sgd.update(name, weight, gradient);
        }
    }

    private static FaceEmbedder p5(NDManager manager, long seed) {
        return FaceEmbedder.builder().level(Level.P5).weights(Weights.embedded()).seed(seed).build(manager);
    }
}
