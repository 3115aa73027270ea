package facet.train;

import ai.djl.ndarray.NDManager;
import facet.data.GeneratedFaces;
import facet.data.TripletSplit;
import facet.data.image.ImageLoader;
import facet.io.DataHome;
import facet.io.Progress;
import facet.model.FaceEmbedder;
import facet.model.net.Level;
import java.util.List;

/** A training of six triplets at 32 pixels, which takes a second or two. */
final class SmallTraining implements AutoCloseable {

    private final TripletSplit split;
    private final NDManager manager = NDManager.newBaseManager();
    private final ImageLoader loader = new ImageLoader(32);

    SmallTraining() {
        TripletSplit all = TripletSplit.of(GeneratedFaces.open(DataHome.find()), 1).limit(6);
        split = new TripletSplit("small", all.train(), all.validation().limit(2), List.of());
    }

    NDManager manager() {
        return manager;
    }

    History fit(float learningRate, int epochs, EpochListener listener) {
        return fit(learningRate, epochs, 2, listener);
    }

    History fit(float learningRate, int epochs, int batch, EpochListener listener) {
        return fit(learningRate, epochs, batch, listener, Progress.silent());
    }

    History fit(float learningRate, int epochs, int batch, EpochListener listener, Progress progress) {
        try (FaceEmbedder model = FaceEmbedder.builder().level(Level.P4).build(manager); Sgd sgd = new Sgd(learningRate, 0.9f)) {
            return new Trainer(model, new TripletLoss(1), sgd, loader).batch(batch).seed(3).afterEpoch(listener)
                    .fit(split, epochs, progress);
        }
    }

    /** An epoch with a margin; the sets were measured before. */
    History goOn(float margin, TrainingListener listener) {
        try (FaceEmbedder model = FaceEmbedder.builder().level(Level.P4).build(manager); Sgd sgd = new Sgd(1e-6f, 0.9f)) {
            History before = new History(List.of(new History.Row(0, "validation", 0, Double.NaN, 0)));
            return new Trainer(model, new TripletLoss(margin), sgd, loader).batch(4).seed(3).continueFrom(before).listener(listener).fit(split, 1, Progress.silent());
        }
    }

    @Override
    public void close() {
        loader.close();
        manager.close();
    }
}
