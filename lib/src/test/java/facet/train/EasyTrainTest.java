package facet.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.EasyTrain;
import ai.djl.training.Trainer;
import ai.djl.training.listener.EpochTrainingListener;
import ai.djl.training.listener.EvaluatorTrainingListener;
import ai.djl.translate.TranslateException;
import facet.data.GeneratedFaces;
import facet.data.TripletDataset;
import facet.data.TripletSet;
import facet.data.TripletSplit;
import facet.data.image.ImageLoader;
import facet.io.DataHome;
import facet.io.Progress;
import facet.model.FaceEmbedder;
import facet.model.net.Level;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The parts fit into a DJL program of one's own: two steps of EasyTrain give the losses of our loop. */
class EasyTrainTest {

    private static final int SIZE = 64;
    private static final int BATCH = 4;

    @Test
    void givesOurLoopsLosses() throws IOException, TranslateException {
        // Two batches in the order that our loop will choose for epoch 1.
        TripletSplit all = TripletSplit.of(GeneratedFaces.open(DataHome.find()), 7).limit(2 * BATCH);
        TripletSplit split = new TripletSplit("two batches", all.train(), all.validation().limit(1), List.of());
        try (NDManager manager = NDManager.newBaseManager(); ImageLoader loader = new ImageLoader(SIZE)) {
            double ours;
            try (FaceEmbedder model = FaceEmbedder.builder().level(Level.P4).build(manager); Sgd sgd = new Sgd(0.001f, 0.9f)) {
                History history = new facet.train.Trainer(model, new TripletLoss(1), sgd, loader).batch(BATCH).seed(7)
                        .fit(split, 1, Progress.silent());
                ours = history.loss("train")[0];
            }
            double theirs = easyTrain(manager, loader, new TripletSet("train",
                    EpochOrder.of(split.train().triplets(), BATCH, 7, 1).stream().flatMap(List::stream).toList()));
            assertEquals(ours, theirs, 1e-4 * ours);
        }
    }

    private static double easyTrain(NDManager manager, ImageLoader loader, TripletSet train) throws IOException, TranslateException {
        TripletDataset data = TripletDataset.builder().setTriplets(train.triplets()).setLoader(loader).setSampling(BATCH, false).build();
        DefaultTrainingConfig config = new DefaultTrainingConfig(new TripletLoss(1)).optOptimizer(new Sgd(0.001f, 0.9f))
                .optDevices(new Device[] {manager.getDevice()})
                .addTrainingListeners(new EpochTrainingListener(), new EvaluatorTrainingListener());
        try (Model model = Model.newInstance("easy")) {
            model.setBlock(FaceEmbedder.builder().level(Level.P4).build(model.getNDManager()));
            try (Trainer trainer = model.newTrainer(config)) {
                Shape images = new Shape(BATCH, 3, SIZE, SIZE);
                trainer.initialize(images, images, images);
                EasyTrain.fit(trainer, 1, data, null);
                return trainer.getTrainingResult().getTrainLoss();
            }
        }
    }
}
