package facet.train;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import facet.data.Triplet;
import facet.model.FaceEmbedder;
import java.util.List;
import java.util.function.Function;

/** A batch's pass through the network and back: {@link #forward}, {@link #backward}, {@link #step}. What it makes belongs to the input's manager. */
public final class TrainingPass implements AutoCloseable {

    private final FaceEmbedder model;
    private final Shape input;
    private final GradientCollector gradients = Engine.getInstance().newGradientCollector();
    private StepTriplets triplets;
    private NDArray mean;
    private float loss;
    private double gradientNorm = Double.NaN;

    private TrainingPass(FaceEmbedder model, Shape input) {
        this.model = model;
        this.input = input;
    }

    /**
     * Computes the embeddings of a batch and their loss, and notes what the backward pass needs. Nothing is noted any more after it, or where the pass is closed.
     *
     * @param input of all anchors, then all positives, then all negatives
     * @throws OutOfMemory where memory runs out
     */
    public static TrainingPass forward(FaceEmbedder model, TripletLoss loss, NDArray input) {
        return forward(model, loss, input, StepTriplets::unnamed, false);
    }

    /**
     * Runs the same for a batch of images.
     *
     * @param choice from the embeddings [N, D] of the images to the triplets that the loss is taken of
     * @param activeOnly as {@link #forwardActive}; the triplets then are given, their images in the order of the roles
     */
    static TrainingPass forward(FaceEmbedder model, TripletLoss loss, NDArray input, Function<NDArray, StepTriplets> choice, boolean activeOnly) {
        TrainingPass pass = new TrainingPass(model, input.getShape());
        try {
            if (activeOnly) {
                pass.embedActive(input, loss, choice);
            } else {
                pass.embed(input, loss, choice);
            }
            return pass;
        } catch (EngineException failure) {
            pass.close();
            throw OutOfMemory.explain(failure, input.getShape());
        } catch (RuntimeException failure) {
            pass.close();
            throw failure;
        }
    }

    /**
     * Runs the same for a network whose norms are frozen, so that images do not depend on each other: only the triplets that have a loss are differentiated. The same
     * gradients, for less work where few have one.
     *
     * @throws OutOfMemory where memory runs out
     */
    public static TrainingPass forwardActive(FaceEmbedder model, TripletLoss loss, NDArray input) {
        return forward(model, loss, input, StepTriplets::unnamed, true);
    }

    private void embedActive(NDArray images, TripletLoss function, Function<NDArray, StepTriplets> choice) {
        ParameterStore store = new ParameterStore(images.getManager(), false);
        triplets = choice.apply(model.forward(store, new NDList(images), false).singletonOrThrow());
        ActiveTriplets active = ActiveTriplets.of(embeddings(), function);
        loss = function.evaluate(new NDList(), new NDList(embeddings())).getFloat();
        if (active.places().length > 0) {
            NDArray again = model.forward(store, new NDList(active.rows(images)), true).singletonOrThrow();
            NDArray share = images.getManager().create(active.share()); // held until the step ends: the backward pass reads it
            mean = function.evaluate(new NDList(), new NDList(again)).mul(share); // the mean over all triplets of the batch
        }
    }

    private void embed(NDArray images, TripletLoss function, Function<NDArray, StepTriplets> choice) {
        triplets = choice.apply(model.forward(new ParameterStore(images.getManager(), false), new NDList(images), true).singletonOrThrow());
        mean = function.evaluate(new NDList(), new NDList(embeddings()));
        loss = mean.getFloat();
    }

    /** @return the mean loss of the triplets, before the step */
    public float loss() {
        return loss;
    }

    /** @return the triplets that the loss is taken of */
    List<Triplet> triplets() {
        return triplets.triplets();
    }

    /** @return [3B, D] of these triplets, anchors, positives, negatives, before the step */
    public NDArray embeddings() {
        return triplets.embeddings();
    }

    /**
     * Computes the gradient of each parameter, which stands at it afterwards. A zero-loss batch, of which there are ever more as training goes on, needs no
     * backward pass: every triplet lies on the flat side of its hinge, and all gradients are 0. (Or exactly on the edge, where torch would take half of a gradient.)
     *
     * @throws OutOfMemory where memory runs out
     */
    public void backward() {
        backward(1);
    }

    /** Adds a multiple of the gradient to what stands at each parameter already. */
    void backward(float weight) {
        try {
            if (loss != 0) {
                gradients.backward(weight == 1 ? mean : mean.mul(mean.getManager().create(weight))); // held until the step ends: the backward pass reads it
            }
        } catch (EngineException failure) {
            throw OutOfMemory.explain(failure, input);
        } finally {
            gradients.close();
        }
    }

    /**
     * Changes each trainable parameter by its gradient, which is 0 afterwards.
     *
     * @throws OutOfMemory where memory runs out
     */
    public void step(Sgd sgd) {
        measure(1);
        step(sgd, 1, 1);
    }

    /** Computes the norm of a multiple of what stands at the parameters: 1 where that is of this batch alone, less where it is of several. */
    double measure(double scale) {
        gradientNorm = scale == 1 && loss == 0 ? 0 : scale * GradientNorm.of(model);
        return gradientNorm;
    }

    /** Changes each trainable parameter by a multiple of its gradient, which is 0 afterwards, at a share of the learning rate. */
    void step(Sgd sgd, float scale, float share) {
        try {
            model.named().forEach((name, parameter) -> update(sgd, name, parameter, scale, share));
        } catch (EngineException failure) {
            throw OutOfMemory.explain(failure, input);
        }
    }

    /** @return the norm of the gradient that {@link #step} took, before it was clipped ({@link GradientNorm}); 0 of a zero-loss batch */
    public double gradientNorm() {
        return gradientNorm;
    }

    private static void update(Sgd sgd, String name, Parameter parameter, float scale, float share) {
        if (parameter.requiresGradient()) {
            try (NDArray gradient = parameter.getArray().getGradient()) {
                sgd.update(name, parameter.getArray(), gradient, scale, share);
            }
        }
    }

    /** Ends what {@link #forward} began, also without a backward pass. */
    @Override
    public void close() {
        gradients.close();
    }
}
