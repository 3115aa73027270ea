package facet.study;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import facet.io.Progress;
import facet.machine.Proc;
import facet.model.Embeddings;
import facet.model.FaceEmbedder;
import facet.model.SparedStages;
import facet.model.cache.KeptStages;
import facet.model.net.FoldedNorms;
import facet.model.weights.Weights;
import facet.train.Sgd;
import facet.train.TrainingPass;
import facet.train.TripletLoss;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * The time and memory of the parts of an experiment on this machine, by a few real steps of a network of its kind on noise.
 *
 * @param step seconds of a training step
 * @param image seconds of an image that passes through the network and is not trained on
 * @param bytes the most memory that this program has taken; empty where the system does not report it
 */
record Calibration(double step, double image, OptionalLong bytes) {

    private static final int TIMES = 3; // the first fetches memory: the fastest of all counts

    /**
     * Takes the steps: some seconds.
     *
     * @param images of the face set in all, mirrored ones counted as well, which decide whether what spared stages give for them is kept
     */
    static Calibration of(Experiment experiment, Weights weights, long images, Progress progress) {
        Training training = experiment.training();
        // Notes on the weights are printed when the run builds its network.
        try (NDManager manager = NDManager.newBaseManager(); FaceEmbedder model = experiment.network().builder(weights, training.seed()).tell(loaded -> { }).build(manager);
                Sgd sgd = new Sgd(Float.MIN_VALUE, 0)) {
            Shape image = new Shape(experiment.faces().size(), experiment.faces().size(), 3);
            Optional<SparedStages> kept = model.sparedStages().filter(spared -> !training.augmentation().crop()
                    && KeptStages.bytes(model, spared, experiment.faces().size(), images) <= KeptStages.MOST_BYTES);
            double step = fastest(model, kept, image, 3 * training.batch(), batched -> step(model, sgd, batched), 0, progress);
            double batch;
            try (FoldedNorms folded = model.folded()) {
                batch = fastest(model, kept, image, Embeddings.BATCH, batched -> embed(model, batched), TIMES, progress);
            }
            progress.report("calibrate", 2 * TIMES, 2 * TIMES, "");
            return new Calibration(step, batch / Embeddings.BATCH, Proc.peakMemory());
        }
    }

    private static double fastest(FaceEmbedder model, Optional<SparedStages> kept, Shape shape, int n, Consumer<NDArray> work, int before, Progress progress) {
        double fastest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < TIMES; i++) {
            progress.report("calibrate", before + i, 2 * TIMES, "a few steps, to estimate the time of the run");
            try (NDManager pass = model.manager().newSubManager()) {
                NDArray images = pass.randomNormal(new Shape(n).addAll(shape)).transpose(0, 3, 1, 2);
                NDArray input = kept.map(spared -> spared.rows(new ParameterStore(pass, false), images)).orElse(images); // what spared stages give is computed once
                long start = System.nanoTime();
                work.accept(input);
                fastest = Math.min(fastest, (System.nanoTime() - start) / 1e9);
            }
        }
        return fastest;
    }

    private static void step(FaceEmbedder model, Sgd sgd, NDArray images) {
        try (TrainingPass pass = TrainingPass.forward(model, new TripletLoss(TripletLoss.UNREACHABLE_MARGIN), images)) {
            pass.backward();
            pass.step(sgd);
        }
    }

    private static void embed(FaceEmbedder model, NDArray images) {
        model.forward(new ParameterStore(images.getManager(), false), new NDList(images), false).singletonOrThrow().toFloatArray();
    }
}
