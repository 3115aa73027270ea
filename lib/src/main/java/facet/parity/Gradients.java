package facet.parity;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import facet.data.Triplet;
import facet.data.image.ImageLoader;
import facet.model.FaceEmbedder;
import facet.train.TrainingPass;
import facet.train.TripletLoss;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The gradients of a step, by torchvision's parameter names: to compare the same step in two precisions or memory layouts.
 *
 * @param values of each trained parameter, in row-major order
 */
public record Gradients(Map<String, float[]> values) {

    /** @return the gradients of a batch of triplets, their images read by a loader */
    public static Gradients of(FaceEmbedder model, TripletLoss loss, List<Triplet> triplets, ImageLoader loader) {
        List<byte[]> pixels = IntStream.range(0, 3).boxed()
                .flatMap(role -> triplets.stream().map(triplet -> loader.load(triplet.images().get(role)))).toList();
        try (NDArray images = loader.batch(model.manager(), pixels)) {
            return of(model, loss, images);
        }
    }

    /**
     * Computes the gradients of a batch; the network's parameters stay as they are, its running statistics move.
     *
     * @param images [3B, 3, H, W]: all anchors, then all positives, then all negatives
     */
    public static Gradients of(FaceEmbedder model, TripletLoss loss, NDArray images) {
        Map<String, float[]> values = new LinkedHashMap<>();
        try (NDManager step = model.manager().newSubManager(); NDArray input = images.duplicate()) {
            input.attach(step);
            backward(model, loss, input);
            model.named().forEach((name, parameter) -> {
                if (parameter.requiresGradient()) {
                    try (NDArray gradient = parameter.getArray().getGradient()) {
                        values.put(name, gradient.toFloatArray());
                        gradient.set(new NDIndex("..."), 0);
                    }
                }
            });
        }
        return new Gradients(values);
    }

    private static void backward(FaceEmbedder model, TripletLoss loss, NDArray input) {
        try (TrainingPass pass = TrainingPass.forward(model, loss, input)) {
            pass.backward();
        }
    }

    /** Computes the cosine with another step's gradients, from -1 to 1, by parameter. The pyramid's biases are left out: they move all
     * embeddings alike, distances don't see it, and their gradients are rounding alone.
     */
    public Map<String, Double> cosines(Gradients other) {
        Map<String, Double> cosines = new LinkedHashMap<>();
        values.forEach((name, gradient) -> {
            if (!name.startsWith("fpn.") || !name.endsWith(".bias")) {
                cosines.put(name, cosine(gradient, other.values.get(name)));
            }
        });
        return cosines;
    }

    private static double cosine(float[] a, float[] b) {
        double dot = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            dot += (double) a[i] * b[i];
            aa += (double) a[i] * a[i];
            bb += (double) b[i] * b[i];
        }
        return dot / Math.sqrt(aa * bb);
    }
}
