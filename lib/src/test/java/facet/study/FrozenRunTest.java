package facet.study;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import facet.io.FacetException;
import facet.io.Progress;
import facet.model.Backbone;
import facet.model.FaceEmbedder;
import facet.model.ModelFile;
import facet.model.Pooling;
import facet.model.net.Level;
import facet.model.net.Precision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run with a frozen backbone goes on where it was, and computes no window twice. */
class FrozenRunTest {

    private static final Experiment FROZEN = Experiment.paper("generated").precision(Precision.FP32).size(32).triplets(4).backbone(Backbone.FROZEN);

    @TempDir
    Path folder;

    @Test
    void resumedAfterAnEpochItEndsWithTheSameBits() throws IOException {
        resumedItEndsWithTheSameBits(FROZEN, "windows");
    }

    @Test
    void resumedOnALinearLayerItEndsWithTheSameBits() throws IOException {
        Experiment linear = FROZEN.level(Level.NONE);
        assertEquals("ResNet-50 + linear", linear.network().name());
        assertEquals("ResNet-50 (no FPN)", linear.backbone(Backbone.TRAINED).network().name());
        resumedItEndsWithTheSameBits(linear, "windows");
    }

    /** It would be trained end to end, under the name of a network without one. */
    @Test
    void aTrainedBackboneDoesNotStartFromALinearLayer() {
        Path file = folder.resolve("linear.safetensors");
        try (NDManager manager = NDManager.newBaseManager(); FaceEmbedder model = FaceEmbedder.builder().level(Level.NONE).backbone(Backbone.FROZEN).build(manager)) {
            ModelFile.write(model, 32, file);
        }
        Experiment trained = FROZEN.backbone(Backbone.TRAINED).level(Level.NONE).with("weights", file.toString());
        assertEquals(file + " holds a linear layer, which Facet trains on a frozen backbone alone. Take backbone frozen, or remove the file's linear tensors.",
                assertThrows(FacetException.class, () -> new RunTrainer(new RunStore(folder.resolve("runs")).run(trained)).train(1, Progress.silent())).getMessage());
    }

    /** What is not averaged needs the maps; those of another pooling of the level serve as well. */
    @Test
    void resumedOnMapsItEndsWithTheSameBits() throws IOException {
        Experiment maps = FROZEN.level(Level.POOL).pooling(Pooling.FLATTEN);
        resumedItEndsWithTheSameBits(maps, "maps");
        List<String> told = new ArrayList<>();
        new RunTrainer(new RunStore(folder.resolve("grid")).run(maps.pooling(Pooling.GRID))).train(1, (task, done, total, detail) -> told.add(task + ": " + detail));
        assertTrue(told.contains("maps of the frozen backbone: read from what was kept"), told.toString());
    }

    private void resumedItEndsWithTheSameBits(Experiment experiment, String kept) throws IOException {
        Run whole = trained("whole", experiment, 3);
        Run resumed = trained("resumed", experiment, 1);
        List<String> tasks = new ArrayList<>();
        new RunTrainer(resumed).train(3, (task, done, total, detail) -> tasks.add(task.startsWith("train ") ? "train" : task + ": " + detail));
        assertEquals(whole.history(), resumed.history());
        assertSameFiles(whole, resumed);
        assertEquals(List.of(kept + " of the frozen backbone: read from what was kept", "train"), tasks.stream().distinct().sorted(Comparator.comparing("train"::equals)).toList());
        assertNotEquals(whole.history().rows("test").get(0).loss(), whole.history().rows("test").get(3).loss(), "the pyramid was trained");
    }

    /** A study measures on without keeping weights, so that those that are there are of an earlier epoch. */
    @Test
    void weightsOfAnEarlierEpochAreNotTakenForTheLast() throws IOException {
        Run whole = trained("whole", FROZEN, 3);
        Run measured = trained("measured", FROZEN, 1);
        new RunTrainer(measured).measure(3, Progress.silent());
        try (NDManager manager = NDManager.newBaseManager()) {
            String refused = assertThrows(FacetException.class, () -> measured.model(manager)).getMessage();
            assertTrue(refused.contains("no weights of epoch 3"), refused);
        }
        assertEquals(whole.history().until(2), new RunTrainer(measured).train(2, Progress.silent()));
        assertEquals(whole.history(), measured.history(), "asking for less loses nothing");
        assertSameFiles(whole, measured);
    }

    /** Without weights, a longer training begins anew. Stopped at any epoch, it leaves what was there or has more. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void trainedAgainForMoreEpochsAndStoppedItKeepsWhatItHad(int stop) throws IOException {
        Run whole = new RunStore(folder.resolve("whole")).run(FROZEN);
        new RunTrainer(whole).measure(5, Progress.silent());
        Run again = new RunStore(folder.resolve("again")).run(FROZEN);
        new RunTrainer(again).measure(2, Progress.silent());
        List<String> told = new ArrayList<>();
        assertThrows(IllegalStateException.class, () -> new RunTrainer(again).measure(5, (task, done, total, detail) -> {
            told.add(task + " " + detail);
            if (detail.startsWith("epoch " + stop + "/5")) {
                throw new IllegalStateException("killed");
            }
        }));
        int kept = Math.max(2, stop - 1);
        assertEquals(whole.history().until(kept), again.history());
        assertEquals(whole.distances().until(kept), again.distances());
        assertEquals(kept, again.steps().get(again.steps().size() - 1).epoch());
        assertEquals(whole.health().subList(0, kept + 1), again.health());
        assertTrue(told.contains("run " + again.id() + " has 2 epochs and kept no weights of the last: it is trained again from epoch 1 on, and keeps what it has until as many are there"),
                told.toString());
        new RunTrainer(again).measure(5, Progress.silent());
        assertEquals(whole.history(), again.history());
        assertArrayEquals(Files.readAllBytes(whole.folder().resolve("distances.csv")), Files.readAllBytes(again.folder().resolve("distances.csv")));
        assertEquals(whole.steps(), again.steps());
        assertEquals(List.of(0, 1, 2, 3, 4, 5), again.log().stream().map(RunLog.Row::epoch).toList());
    }

    private Run trained(String name, Experiment experiment, int epochs) {
        Run run = new RunStore(folder.resolve(name)).run(experiment);
        new RunTrainer(run).train(epochs, Progress.silent());
        return run;
    }

    private static void assertSameFiles(Run expected, Run actual) throws IOException {
        for (String file : List.of("distances.csv", "checkpoint.safetensors")) {
            assertArrayEquals(Files.readAllBytes(expected.folder().resolve(file)), Files.readAllBytes(actual.folder().resolve(file)), file);
        }
    }
}
