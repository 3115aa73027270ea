package facet.benchmark;

import ai.djl.ndarray.NDManager;
import facet.data.Triplet;
import facet.data.TripletSet;
import facet.data.TripletSplit;
import facet.data.image.ImageLoader;
import facet.io.Progress;
import facet.model.FaceEmbedder;
import facet.model.net.Precision;
import facet.model.weights.Weights;
import facet.train.History;
import facet.train.Sgd;
import facet.train.Trainer;
import facet.train.TripletLoss;
import java.nio.file.Path;
import java.util.List;

/** A network that Facet's own Trainer trains: what is measured is what a user runs, with nothing taken out of it. */
final class TrainedNetwork implements AutoCloseable {

    /** Of a network that was measured before its first step: the trainer would do so otherwise. */
    private static final History BEGUN = new History(List.of(new History.Row(0, "validation", 0, Double.NaN, 0)));

    private final FaceEmbedder model;
    private final Sgd sgd;
    private final TripletLoss loss;

    /** The network of a file; its arrays belong to the manager. */
    TrainedNetwork(NDManager manager, Path weights, Precision precision, float learningRate, float momentum, float margin) {
        model = FaceEmbedder.builder().weights(Weights.file(weights)).precision(precision).build(manager);
        sgd = new Sgd(learningRate, momentum);
        loss = new TripletLoss(margin);
    }

    FaceEmbedder model() {
        return model;
    }

    /** Trains an epoch on triplets, with no set to measure after it; the mean loss of its steps. */
    double epoch(List<Triplet> triplets, ImageLoader loader, int batch) {
        TripletSplit split = new TripletSplit("benchmark", new TripletSet("train", triplets), new TripletSet("validation", List.of()), List.of());
        History history = new Trainer(model, loss, sgd, loader).batch(batch).continueFrom(BEGUN).fit(split, 1, Progress.silent());
        return history.rows("train").get(0).loss();
    }

    @Override
    public void close() {
        sgd.close();
        model.close();
    }
}
