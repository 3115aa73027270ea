package facet.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import facet.data.DataHome;
import facet.data.GeneratedFaces;
import facet.data.ImageLoader;
import facet.data.Progress;
import facet.data.TripletSplit;
import facet.model.FaceEmbedder;
import facet.model.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TrainerTest {

    private static TripletSplit split;
    private static NDManager manager;
    private static ImageLoader loader;

    @BeforeAll
    static void open() {
        TripletSplit all = TripletSplit.of(GeneratedFaces.open(DataHome.find()), 1).limit(6);
        split = new TripletSplit("small", all.train(), all.validation().limit(2), List.of());
        manager = NDManager.newBaseManager();
        loader = new ImageLoader(32);
    }

    @AfterAll
    static void close() {
        loader.close();
        manager.close();
    }

    @Test
    void onlyALossThatTrainingSpoiltIsAResult() {
        for (int epoch = 0; epoch < 2; epoch++) {
            History.Row row = new History.Row(epoch, "test", 5, Double.NaN, 0.5);
            TrainingException stop = assertThrows(TrainingException.class, () -> TrainingException.check(row));
            assertEquals(epoch > 0, stop.divergence().isPresent(), "before the first step other weights are needed, and a study must say so: " + stop.getMessage());
        }
    }

    @Test
    void measuresEverySetBeforeTheFirstStepAndAfterEachEpoch() {
        List<Integer> epochs = new ArrayList<>();
        History history = fit(0.001f, 2, (told, distances) -> {
            epochs.add(told.lastEpoch());
            assertEquals(2, distances.get("validation").size());
        });
        assertEquals(List.of(0, 1, 2), epochs);
        assertEquals(List.of(0, 1, 2), history.of("validation").stream().map(History.Row::epoch).toList());
        assertEquals(List.of(1, 2), history.of("train").stream().map(History.Row::epoch).toList());
        assertEquals(6, history.of("train").get(0).groups());
        assertNotEquals(history.loss("validation")[0], history.loss("validation")[2], "it learns something");
    }

    @Test
    void theSameSeedGivesTheSameBits() {
        assertEquals(fit(0.001f, 1, (h, d) -> { }), fit(0.001f, 1, (h, d) -> { }));
    }

    @Test
    void aLossThatIsNoNumberStopsItAndSaysWhere() {
        List<Integer> kept = new ArrayList<>();
        String message = assertThrows(TrainingException.class, () -> fit(1e30f, 3, (h, d) -> kept.add(h.lastEpoch()))).getMessage();
        assertTrue(message.matches("The loss became (NaN|Infinity|-Infinity) in epoch 1, step [23].*smaller learning rate."), message);
        assertEquals(List.of(0), kept);
    }

    @Test
    void anEpochWhoseLastStepSpoiltTheWeightsIsNotSaved() {
        List<Integer> kept = new ArrayList<>();
        String message = assertThrows(TrainingException.class, () -> fit(1e30f, 1, 6, (h, d) -> kept.add(h.lastEpoch()))).getMessage();
        assertTrue(message.matches("The loss on the set validation became .* after epoch 1..*smaller learning rate."), message);
        assertEquals(List.of(0), kept);
    }

    @Test
    void tooLittleMemoryIsSaidInWords() {
        EngineException real = assertThrows(EngineException.class, () -> manager.zeros(new Shape(1L << 45)));
        String message = TrainingException.of(real, new Shape(24, 3, 224, 224)).getMessage();
        assertTrue(message.startsWith("There is too little memory for a step of 8 groups at 224 pixels."), message);
        EngineException other = new EngineException("something else");
        assertSame(other, TrainingException.of(other, new Shape(24, 3, 224, 224)));
    }

    @Test
    void anInterruptStopsItBetweenTwoSteps() {
        assertEquals("Stopped in epoch 2, step 1. The checkpoint of epoch 1 is kept; the same call goes on from there.", interruptedAfter(1));
        assertEquals("Stopped in epoch 1, step 1. There is no checkpoint yet; the same call begins epoch 1 anew.", interruptedAfter(0));
    }

    private static String interruptedAfter(int epoch) {
        return assertThrows(TrainingException.class, () -> fit(0.001f, 5, (h, d) -> {
            if (h.lastEpoch() == epoch) {
                Thread.currentThread().interrupt();
            }
        })).getMessage();
    }

    @Test
    void anInterruptStopsItWhileItMeasures() {
        Progress interrupts = (task, done, total, detail) -> Thread.currentThread().interrupt();
        String message = assertThrows(TrainingException.class, () -> fit(0.001f, 1, 2, (h, d) -> { }, interrupts)).getMessage();
        assertTrue(message.matches("Stopped while measuring after epoch 0, image \\d+ of \\d+. There is no checkpoint yet;.*anew."), message);
    }

    @Test
    void weightsThatGiveNoNumbersAreNotBlamedOnTheLearningRate() {
        History.Row row = new History.Row(0, "validation", 2, Double.NaN, 0);
        String message = assertThrows(TrainingException.class, () -> TrainingException.check(row)).getMessage();
        assertTrue(message.contains("before the first step") && !message.contains("learning rate"), message);
    }

    @Test
    void memoryIsFlatOverTwoHundredSteps() throws IOException {
        Assumptions.assumeTrue(Files.isReadable(Path.of("/proc/self/statm")), "reads Linux's own count");
        List<Long> outside = new ArrayList<>();
        List<Integer> arrays = new ArrayList<>();
        fit(1e-5f, 75, (h, d) -> { // 3 steps an epoch
            outside.add(nativeMebibytes());
            arrays.add(manager.getManagedArrays().size());
        });
        assertEquals(arrays.get(1), arrays.get(75), "no array of a step outlives it");
        long growth = outside.get(75) - outside.get(8);
        assertTrue(growth < 64, () -> "200 steps grew native memory by " + growth + " MiB: " + outside);
    }

    /** What the program holds besides Java's heap, whose size is the collector's own affair. */
    private static long nativeMebibytes() {
        System.gc(); // direct buffers are native memory that goes with their Java object
        try {
            long pages = Long.parseLong(Files.readString(Path.of("/proc/self/statm")).split(" ")[1]);
            return (pages * 4096 - Runtime.getRuntime().totalMemory()) >> 20;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static History fit(float learningRate, int epochs, EpochListener listener) {
        return fit(learningRate, epochs, 2, listener);
    }

    private static History fit(float learningRate, int epochs, int batch, EpochListener listener) {
        return fit(learningRate, epochs, batch, listener, Progress.silent());
    }

    private static History fit(float learningRate, int epochs, int batch, EpochListener listener, Progress progress) {
        try (FaceEmbedder model = FaceEmbedder.builder().level(Level.P4).build(manager); Sgd sgd = new Sgd(learningRate, 0.9f)) {
            return new Trainer(model, new TripletLoss(1), sgd).inputs(loader).batch(batch).seed(3).afterEpoch(listener)
                    .fit(split, epochs, progress);
        }
    }
}
