package facet.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import ai.djl.ndarray.NDManager;
import facet.data.GeneratedFaces;
import facet.data.TripletSplit;
import facet.data.image.ImageLoader;
import facet.io.DataHome;
import facet.io.Progress;
import facet.model.FaceEmbedder;
import facet.train.EpochBatches;
import facet.train.GivenBatches;
import facet.train.History;
import facet.train.Sgd;
import facet.train.Trainer;
import facet.train.TripletLoss;
import facet.train.mining.Mining;
import facet.train.mining.PeopleBatches;
import facet.train.mining.RandomTriplets;
import facet.train.mining.TrainingPeople;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an experiment says is what is trained: a run beside the same put together by hand. */
class RunSettingsTest {

    private static final Experiment BASE = RunTest.SMALL.with("batch", 2);
    private static final History TRAINED = byHand(BASE);

    @ParameterizedTest
    @CsvSource({"seed, 43", "split, 3", "batch, 3", "momentum, 0.5", "margin, 0.2", "lr, 0.001", "pooling, MAX", "level, NONE", "size, 48",
        "normalize, true", "loss, soft", "distance, squared", "mining, random", "mining, semihard", "mining, batchhard"})
    void everySettingReachesTheTraining(String setting, String value, @TempDir Path folder) {
        Experiment other = BASE.with(setting, value);
        History trained = new RunTrainer(new RunStore(folder).run(other)).train(1, Progress.silent());
        assertEquals(byHand(other), trained);
        assertNotEquals(TRAINED, trained, "and matters");
    }

    private static History byHand(Experiment e) {
        TripletSplit split = TripletSplit.of(GeneratedFaces.open(DataHome.find()), e.faces().splitSeed()).limit(e.faces().triplets());
        try (NDManager manager = NDManager.newBaseManager(); ImageLoader loader = new ImageLoader(e.faces().size());
                FaceEmbedder model = FaceEmbedder.builder().level(e.network().level()).pooling(e.network().pooling()).normalize(e.network().normalize()).seed(e.training().seed()).build(manager);
                Sgd sgd = new Sgd((float) e.training().learningRate(), (float) e.training().momentum())) {
            return new Trainer(model, new TripletLoss(e.training().loss()), sgd, loader).batch(e.training().batch()).seed(e.training().seed())
                    .batches(batches(e.training().objective().mining(), split)).fit(split, 1, Progress.silent());
        }
    }

    private static EpochBatches batches(Mining mining, TripletSplit split) {
        TrainingPeople people = TrainingPeople.of(GeneratedFaces.open(DataHome.find()), split.train());
        return switch (mining) {
            case FIXED -> new GivenBatches();
            case RANDOM -> new RandomTriplets(people);
            default -> PeopleBatches.of(mining, people, 2, 2);
        };
    }
}
