package facet.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import facet.data.TripletSet;
import facet.data.TripletSplit;
import facet.data.image.Inputs;
import facet.eval.TripletDistances;
import facet.io.FacetException;
import facet.io.Progress;
import facet.model.FaceEmbedder;
import facet.model.net.Norms;
import facet.train.TrainingEvent.EpochEnded;
import facet.train.TrainingEvent.ImagesMeasured;
import facet.train.TrainingEvent.Started;
import facet.train.TrainingEvent.StepMeasured;
import facet.train.TrainingEvent.StepTaken;
import java.util.ArrayList;
import java.util.List;

/** Trains a {@link FaceEmbedder} on triplets (paper section 2.4): the loop, and nothing that one can't see in it. */
public final class Trainer {

    /** A forward pass is a third of a step: looking first which triplets have a loss pays where fewer than two thirds have one. */
    private static final double FEW = 2.0 / 3;

    private final FaceEmbedder model;
    private final TripletLoss loss;
    private final Sgd sgd;
    private final Inputs inputs;
    private int batch = 8;
    private long seed;
    private EpochBatches batches = new GivenBatches();
    private StepRule rule = StepRule.STANDARD;
    private History history = History.empty();
    private TrainingListener listener = event -> { };
    private EpochListener epochListener = (trained, distances) -> { };

    /** Makes a trainer with batches of 8 triplets and seed 0. What it is given stays its owner's; inputs come from an image loader, or were computed of the images before. */
    public Trainer(FaceEmbedder model, TripletLoss loss, Sgd sgd, Inputs inputs) {
        this.model = model;
        this.loss = loss;
        this.sgd = sgd;
        this.inputs = inputs;
    }

    /** Sets the number of triplets in a batch; three times as many images pass through the network. */
    public Trainer batch(int triplets) {
        batch = triplets;
        return this;
    }

    /** Draws the order of the triplets, anew in each epoch. */
    public Trainer seed(long value) {
        seed = value;
        return this;
    }

    /** Sets what each step is trained on; without it, the split's triplets, each once an epoch. */
    public Trainer batches(EpochBatches value) {
        batches = value;
        return this;
    }

    /** Sets how steps are taken of the gradients of batches; by default a step after each, at one learning rate. */
    public Trainer steps(StepRule value) {
        rule = value;
        return this;
    }

    /** Sets what was trained before: fit goes on after its last epoch. Weights and momentum are already those of that epoch. */
    public Trainer continueFrom(History value) {
        history = value;
        return this;
    }

    /** Adds a listener to all that happens, behind those that were added before. */
    public Trainer listener(TrainingListener value) {
        listener = listener.and(value);
        return this;
    }

    /** Sets the listener to each epoch, such as a run that saves it. */
    public Trainer afterEpoch(EpochListener value) {
        epochListener = value;
        return this;
    }

    /**
     * Trains until the history holds an epoch, and measures every set after each one and before the first.
     *
     * @param split its validation and test sets are measured, never trained on
     * @param epochs the last epoch, counted from the very first one on
     * @throws TrainingException where the loss is NaN or infinite, memory runs out or the thread was interrupted; whole epochs are kept
     * @throws FacetException where the weights that training starts from give no numbers
     */
    public History fit(TripletSplit split, int epochs, Progress progress) {
        TrainingListener told = listener.and(new TrainingProgress(model.network(), progress));
        told.happened(new Started(TrainingWork.of(split, batches.work(split.train(), batch), history.lastEpoch(), epochs)));
        if (history.lastEpoch() < 0) {
            endEpoch(0, List.of(), split, told);
        }
        for (int epoch = history.lastEpoch() + 1; epoch <= epochs; epoch++) {
            List<TripletDistances> seen = trainEpoch(split.train(), epoch, told);
            endEpoch(epoch, List.of(History.Row.of(epoch, split.train().name(), seen, loss.measured())), split, told);
        }
        return history;
    }

    /** @return the distances of each triplet as its step saw them */
    private List<TripletDistances> trainEpoch(TripletSet train, int epoch, TrainingListener told) {
        List<StepBatch> steps = batches.of(train, batch, seed, epoch);
        List<TripletDistances> seen = new ArrayList<>();
        boolean independent = model.body().part().norms() == Norms.FROZEN && loss.isFlat() && batches.areGiven();
        boolean few = independent; // from the step before; each epoch begins alike, so that a resumed run has the same bits
        try (NDManager manager = model.manager().newSubManager();
                Inputs.Feed feed = inputs.epoch(steps.stream().map(StepBatch::images).toList(), epoch)) {
            EpochSteps descent = new EpochSteps(rule, sgd, epoch, steps.size());
            for (int step = 1; step <= steps.size(); step++) {
                StepBatch images = steps.get(step - 1);
                long began = System.nanoTime();
                try (NDManager owner = manager.newSubManager()) { // everything native that the step makes dies with it
                    NDArray input = feed.next(owner); // fetch
                    long fetched = System.nanoTime();
                    try (TrainingPass pass = TrainingPass.forward(model, loss, input, images::triplets, few)) { // forward
                        pass.backward(descent.weight(pass.triplets().size())); // backward
                        descent.step(pass); // step, or wait for more gradients
                        List<TripletDistances> distances = TripletMeasurement.of(pass.triplets(), pass.embeddings()); // record
                        seen.addAll(distances);
                        few = independent && distances.stream().filter(triplet -> loss.measured().of(triplet) > 0).count() < FEW * distances.size();
                        told.happened(new StepTaken(epoch, step, distances.size(), pass.loss(), (System.nanoTime() - began) / 1e9, (fetched - began) / 1e9));
                        if (!Float.isFinite(pass.loss())) { // stop?
                            throw Diverged.inStep(epoch, step, pass.loss());
                        }
                        told.happened(new StepMeasured(epoch, StepHealth.of(pass, distances, loss.measured()::of)));
                        if (Thread.currentThread().isInterrupted()) {
                            throw Stopped.afterStep(epoch, step);
                        }
                    }
                }
            }
        }
        return seen;
    }

    private void endEpoch(int epoch, List<History.Row> trained, TripletSplit split, TrainingListener told) {
        var distances = TripletMeasurement.measure(model, split.measured(), inputs, (task, images, all, detail) -> {
            if (Thread.currentThread().isInterrupted()) {
                throw Stopped.whileMeasuring(epoch, images, all);
            }
            told.happened(new ImagesMeasured(epoch, images, all));
        });
        List<History.Row> rows = new ArrayList<>(trained);
        distances.forEach((set, triplets) -> rows.add(History.Row.of(epoch, set, triplets, loss.measured())));
        rows.forEach(Diverged::check);
        history = history.plus(rows);
        epochListener.ended(history, distances);
        told.happened(new EpochEnded(rows.get(trained.size())));
    }
}
