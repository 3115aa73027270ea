package facet.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import facet.data.Inputs;
import facet.data.Progress;
import facet.data.Triplet;
import facet.data.TripletSet;
import facet.data.TripletSplit;
import facet.eval.TripletDistances;
import facet.model.FaceEmbedder;
import java.util.ArrayList;
import java.util.List;

/** Trains a {@link FaceEmbedder} on triplets (paper section 2.4): the loop, and nothing that one can't see in it. */
public final class Trainer {

    private final FaceEmbedder model;
    private final TripletLoss loss;
    private final Sgd sgd;
    private final Inputs inputs;
    private int batch = 8;
    private long seed;
    private History history = History.empty();
    private StepListener stepListener = (epoch, step, value) -> { };
    private EpochListener epochListener = (trained, distances) -> { };

    /**
     * A trainer with batches of 8 groups and seed 0. What it is given stays its owner's.
     *
     * @param inputs where the network's input comes from: an image loader, or the pooled windows of a frozen backbone
     */
    public Trainer(FaceEmbedder model, TripletLoss loss, Sgd sgd, Inputs inputs) {
        this.model = model;
        this.loss = loss;
        this.sgd = sgd;
        this.inputs = inputs;
    }

    /** Groups in a step; three times as many images pass through the network. */
    public Trainer batch(int groups) {
        batch = groups;
        return this;
    }

    /** Draws the order of the groups, anew in each epoch. */
    public Trainer seed(long value) {
        seed = value;
        return this;
    }

    /** What was trained before: fit goes on after its last epoch. Weights and momentum are already those of that epoch. */
    public Trainer continueFrom(History value) {
        history = value;
        return this;
    }

    /** Who is told of each step's loss. */
    public Trainer afterStep(StepListener value) {
        stepListener = value;
        return this;
    }

    /** Who is told of each epoch, such as a run that saves it. */
    public Trainer afterEpoch(EpochListener value) {
        epochListener = value;
        return this;
    }

    /**
     * Trains until the history holds an epoch, and measures every set after each one and before the first.
     *
     * @param split its validation and test sets are measured, never trained on
     * @param epochs the last epoch, counted from the very first one on
     * @throws TrainingException where the loss is not a number, memory runs out or the thread was interrupted; whole epochs are kept
     */
    public History fit(TripletSplit split, int epochs, Progress progress) {
        Effort effort = new Effort("train " + model.level().network(), split, batch, history.lastEpoch(), epochs, progress);
        if (history.lastEpoch() < 0) {
            endEpoch(0, List.of(), split, effort);
        }
        for (int epoch = history.lastEpoch() + 1; epoch <= epochs; epoch++) {
            List<TripletDistances> seen = trainEpoch(split.train(), epoch, effort);
            endEpoch(epoch, List.of(History.Row.of(epoch, split.train().name(), seen, loss.margin())), split, effort);
        }
        return history;
    }

    /** One pass over the training groups; what each group's distances were as its step saw them. */
    private List<TripletDistances> trainEpoch(TripletSet train, int epoch, Effort effort) {
        List<List<Triplet>> batches = EpochOrder.of(train.triplets(), batch, seed, epoch);
        TrainingStep training = new TrainingStep(model, loss, sgd);
        List<TripletDistances> seen = new ArrayList<>();
        try (NDManager manager = model.manager().newSubManager();
                Inputs.Feed feed = inputs.feed(batches.stream().map(EpochOrder::images).toList())) {
            for (List<Triplet> groups : batches) {
                effort.begin();
                try (NDManager step = manager.newSubManager()) { // everything native that the step makes dies with it
                    NDArray input = feed.next(step);
                    effort.fed();
                    BackwardPass.Result result = training.take(input);
                    int number = seen.size() / batch + 1;
                    stepListener.taken(epoch, number, result.loss());
                    TrainingException.check(result.loss(), epoch, number);
                    seen.addAll(GroupDistances.of(groups, result.embeddings()));
                    effort.trained(epoch, groups.size(), result.loss());
                }
            }
        }
        return seen;
    }

    private void endEpoch(int epoch, List<History.Row> trained, TripletSplit split, Effort effort) {
        var distances = GroupDistances.measure(model, split.measured(), inputs, effort.measuring(epoch));
        List<History.Row> rows = new ArrayList<>(trained);
        distances.forEach((set, groups) -> rows.add(History.Row.of(epoch, set, groups, loss.margin())));
        rows.forEach(TrainingException::check);
        history = history.plus(rows);
        epochListener.ended(history, distances);
        effort.measured(rows.get(trained.size()));
    }
}
