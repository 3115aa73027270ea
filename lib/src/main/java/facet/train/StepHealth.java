package facet.train;

import ai.djl.ndarray.NDArray;
import facet.eval.TripletDistances;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What a step's batch shows of how a training does, before the step changes the parameters.
 *
 * @param triplets of the batch
 * @param active how many of them have a loss above 0
 * @param positive mean d(A, P); 0 of no triplet
 * @param negative mean d(A, N); 0 of no triplet
 * @param norm mean Euclidean norm of the embeddings
 * @param gradient norm of the gradient ({@link GradientNorm}); 0 of a zero-loss batch, NaN of one whose step takes further batches
 */
public record StepHealth(int triplets, int active, double positive, double negative, double norm, double gradient) {

    /**
     * Takes it from a step. Its forward and its backward pass have all of it already, so it costs two small operations on the embeddings.
     *
     * @param distances of the batch's triplets
     * @param loss of a triplet
     */
    static StepHealth of(TrainingPass pass, List<TripletDistances> distances, ToDoubleFunction<TripletDistances> loss) {
        return new StepHealth(distances.size(), (int) distances.stream().filter(triplet -> loss.applyAsDouble(triplet) > 0).count(),
                mean(distances, TripletDistances::anchorPositive), mean(distances, TripletDistances::anchorNegative), norm(pass.embeddings()), pass.gradientNorm());
    }

    private static double mean(List<TripletDistances> distances, ToDoubleFunction<TripletDistances> value) {
        return distances.stream().mapToDouble(value).average().orElse(0);
    }

    private static double norm(NDArray embeddings) {
        try (NDArray norms = embeddings.norm(new int[] {1}); NDArray mean = norms.mean()) {
            return mean.getFloat();
        }
    }
}
