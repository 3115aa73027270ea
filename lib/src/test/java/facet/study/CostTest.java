package facet.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import facet.data.GeneratedFaces;
import facet.data.TripletSplit;
import facet.io.DataHome;
import facet.io.Progress;
import facet.model.Backbone;
import facet.model.FaceEmbedder;
import facet.model.ModelFile;
import facet.model.Pooling;
import facet.model.net.Level;
import facet.model.net.Precision;
import facet.model.weights.Weights;
import facet.train.EpochWork;
import facet.train.TrainingWork;
import facet.train.TripletMeasurement;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CostTest {

    private static final TripletSplit SPLIT = TripletSplit.of(GeneratedFaces.open(DataHome.find()), 42);
    private static final Experiment EXPERIMENT = Experiment.paper("generated").size(112).precision(Precision.FP32);
    private static final Calibration CALIBRATION = new Calibration(2, 0.1, OptionalLong.of(1_000_000_000));

    @Test
    void countsStepsAndMeasuredImages() {
        int measured = TripletMeasurement.images(SPLIT.measured()).size();
        double expected = 3 * 22 * 2 + 4 * measured * 0.1; // 176 triplets are 22 steps; epoch 0 is measured, too
        assertEquals(expected, seconds(cost(EXPERIMENT, -1, 3)), 0.01);
        double resumed = 22 * 2 + measured * 0.1;
        assertEquals(resumed, seconds(cost(EXPERIMENT, 2, 3)), 0.01);
    }

    @Test
    void keptImagesCountUpToWhatIsKept() {
        long images = TripletMeasurement.images(SPLIT.all()).size();
        assertEquals(1_000_000_000 + images * 3 * 112 * 112, cost(EXPERIMENT, -1, 1).bytes().getAsLong());
        assertEquals(1_000_000_000 + (512L << 20), cost(EXPERIMENT.size(1024), -1, 1).bytes().getAsLong());
    }

    @Test
    void saysWhatItTakesAndHowFarItWasOff() {
        Cost cost = new Cost(Duration.ofMinutes(65), OptionalLong.of(2_100_000_000L));
        assertEquals("about 1 h 05 min and 2.1 GB on this machine, less once there are zero-loss batches", cost.text());
        assertEquals("1 h 18 min, 20 % more than estimated; 2.2 GB of memory", cost.against(Duration.ofMinutes(78), OptionalLong.of(2_200_000_000L)));
        assertEquals("52 min, 20 % less than estimated", cost.against(Duration.ofMinutes(52), OptionalLong.empty()));
        assertEquals("about 10 min on this machine, less once there are zero-loss batches", new Cost(Duration.ofMinutes(10), OptionalLong.empty()).text());
    }

    @Test
    void onlyLongTrainingIsEstimated() {
        assertFalse(Cost.isLong(EXPERIMENT.size(64), work(SPLIT.limit(8), -1, 2)), "the smoke scale");
        assertTrue(Cost.isLong(EXPERIMENT.size(224), work(SPLIT, -1, 10)));
        assertFalse(Cost.isLong(EXPERIMENT.size(224), work(SPLIT, 10, 10)), "nothing is left to train");
        assertFalse(Cost.isLong(EXPERIMENT.size(224).backbone(Backbone.FROZEN), work(SPLIT, -1, 1000)), "epochs of a frozen backbone take a second");
        assertTrue(Cost.isLong(EXPERIMENT.size(224).backbone(Backbone.FROZEN).pooling(Pooling.FLATTEN), work(SPLIT, -1, 1000)), "unless its level is computed in each");
    }

    @Test
    void calibratesWithRealSteps() {
        List<String> told = new ArrayList<>();
        Progress progress = (task, done, total, detail) -> told.add(task + " " + done + "/" + total);
        Calibration calibration = Calibration.of(EXPERIMENT.size(32), Weights.embedded(), 100, progress);
        assertTrue(calibration.step() > 0 && calibration.step() < 60, calibration.toString());
        assertTrue(calibration.image() > 0 && calibration.image() < 60, calibration.toString());
        assertEquals("calibrate 6/6", told.get(told.size() - 1));
    }

    /** The run that follows builds the network, too, and tells it. */
    @Test
    void calibrationIsSilentOnWhatTheWeightsHold(@TempDir Path folder) {
        Path weights = folder.resolve("backbone.safetensors");
        try (NDManager manager = NDManager.newBaseManager(); FaceEmbedder bare = FaceEmbedder.builder().level(Level.NONE).build(manager)) {
            ModelFile.write(bare, 32, weights);
        }
        PrintStream before = System.err;
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        System.setErr(new PrintStream(told, true, StandardCharsets.UTF_8));
        try {
            Calibration.of(EXPERIMENT.size(32), Weights.file(weights), 100, Progress.silent());
        } finally {
            System.setErr(before);
        }
        assertFalse(told.toString(StandardCharsets.UTF_8).contains("holds no feature pyramid"), told.toString(StandardCharsets.UTF_8));
    }

    private static Cost cost(Experiment experiment, int trained, int epochs) {
        return Cost.of(experiment, work(SPLIT, trained, epochs), TripletMeasurement.images(SPLIT.all()).size(), CALIBRATION);
    }

    private static TrainingWork work(TripletSplit split, int trained, int epochs) {
        return TrainingWork.of(split, EpochWork.ofTriplets(split.train().size(), EXPERIMENT.training().batch()), trained, epochs);
    }

    private static double seconds(Cost cost) {
        return cost.time().toMillis() / 1000.0;
    }
}
