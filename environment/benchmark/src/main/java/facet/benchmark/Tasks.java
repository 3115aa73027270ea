package facet.benchmark;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import facet.data.Triplet;
import facet.model.Embeddings;
import facet.train.TripletLoss;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The tasks of a benchmark as workers read them; both sides get the same lines.
 *
 * @param settings how much each of them is
 * @param triplets whose images are taken, enough for all
 * @param start the network that every contender starts from
 * @param pixels the file of the triplets' resized images, batch after batch: anchors, positives, negatives
 * @param lossPixels those on which the losses are compared
 */
record Tasks(Settings settings, List<Triplet> triplets, Path start, Path pixels, Path lossPixels) {

    private static final float MOMENTUM = 0.9f;
    /**
     * Training amplifies rounding: over 30 steps at 64 pixels the losses of PyTorch itself in two memory layouts
     * differ by 8 % at a learning rate of 1e-4, by 8e-4 at 1e-5 and by 3e-5 at 1e-6, which leaves room to see an error.
     */
    static final float GENTLE_LEARNING_RATE = 1e-6f;
    private static final int MARGIN = 1; // the paper's
    private static final Gson GSON = new Gson();

    /** What a worker is asked once, and how much memory it has needed. */
    static JsonObject plain(String task) {
        return task(task, Map.of());
    }

    /** Write the network that all start from: a task for Facet alone. */
    JsonObject writeStart() {
        return task("start", Map.of("weights", start.toString(), "size", settings.size()));
    }

    /** Load that network. The margin keeps each timed batch a loss: without one Facet would spare its backward pass, and PyTorch not. */
    JsonObject open() {
        return task("open", Map.of("weights", start.toString(), "size", settings.size(), "learningRate", GENTLE_LEARNING_RATE, "momentum", MOMENTUM,
                "margin", TripletLoss.UNREACHABLE_MARGIN));
    }

    /** One repetition of a measure. */
    JsonObject of(Measure measure) {
        return task(measure.task(), switch (measure) {
            case STEP -> Map.of("pictures", pixels.toString(), "groups", files(settings.steps() * settings.batch()),
                    "size", settings.size(), "batch", settings.batch(), "steps", settings.steps());
            case EMBED -> Map.of("pictures", pixels.toString(), "size", settings.size(), "batch", Embeddings.BATCH,
                    "files", images().subList(0, settings.embedded()).stream().map(Path::toString).toList());
            case EPOCH -> Map.of("groups", files(settings.epochTriplets()), "size", settings.size(), "batch", settings.batch());
        });
    }

    /** The curve of the losses from that network. */
    JsonObject losses() {
        return task("losses", Map.of("weights", start.toString(), "pictures", lossPixels.toString(), "size", settings.lossSize(),
                "groups", files(settings.lossSteps() * settings.batch()), "batch", settings.batch(), "steps", settings.lossSteps(),
                "learningRate", GENTLE_LEARNING_RATE, "momentum", MOMENTUM, "margin", MARGIN));
    }

    /** The images of all batches in the order of the images. */
    List<Path> images() {
        List<Path> images = new ArrayList<>();
        for (int i = 0; i < triplets.size(); i += settings.batch()) {
            List<Triplet> batch = triplets.subList(i, Math.min(i + settings.batch(), triplets.size()));
            batch.forEach(triplet -> images.add(triplet.anchor()));
            batch.forEach(triplet -> images.add(triplet.positive()));
            batch.forEach(triplet -> images.add(triplet.negative()));
        }
        return images;
    }

    private List<List<String>> files(int count) {
        return triplets.subList(0, count).stream().map(triplet -> triplet.images().stream().map(Path::toString).toList()).toList();
    }

    private static JsonObject task(String name, Map<String, ?> settings) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("task", name);
        all.putAll(settings);
        return GSON.toJsonTree(all).getAsJsonObject();
    }
}
