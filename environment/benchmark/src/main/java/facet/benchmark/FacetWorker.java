package facet.benchmark;

import ai.djl.ndarray.NDManager;
import com.google.gson.Gson;
import facet.data.Triplet;
import facet.data.image.ImageLoader;
import facet.io.FacetException;
import facet.io.Progress;
import facet.model.Embeddings;
import facet.model.FaceEmbedder;
import facet.model.ModelFile;
import facet.model.net.Precision;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Facet's side of the benchmark: does tasks, a line of JSON each, and answers in a line, as environment/benchmark/peer.py does. */
public final class FacetWorker implements AutoCloseable {

    private static final Gson GSON = new Gson();

    private final Precision precision;
    private final NDManager manager = NDManager.newBaseManager();
    private TrainedNetwork network;
    private ImageLoader images; // holds every one that was read once

    /** A worker of a precision. */
    public FacetWorker(Precision precision) {
        this.precision = precision;
    }

    /** Does tasks until there are no more. */
    public void serve(BufferedReader tasks, PrintStream answers) throws IOException {
        for (String line = tasks.readLine(); line != null; line = tasks.readLine()) {
            answers.println(GSON.toJson(answer(TaskLine.of(line))));
            answers.flush();
        }
    }

    private Map<String, ?> answer(TaskLine task) {
        return switch (task.name()) {
            case "about" -> ThisProgram.about();
            case "start" -> start(task);
            case "open" -> open(task);
            case "step" -> Map.of("value", step(task));
            case "embed" -> Map.of("value", embed(task));
            case "epoch" -> Map.of("value", epoch(task));
            case "losses" -> Map.of("losses", losses(task));
            case "memory" -> ThisProgram.memory();
            default -> throw new FacetException("There is no task " + task.name() + ".");
        };
    }

    private Map<String, ?> start(TaskLine task) {
        try (FaceEmbedder model = FaceEmbedder.builder().build(manager)) {
            ModelFile.write(model, task.size(), task.weights());
        }
        return Map.of();
    }

    private Map<String, ?> open(TaskLine task) {
        network = trained(task);
        images = new ImageLoader(task.size());
        return Map.of();
    }

    private TrainedNetwork trained(TaskLine task) {
        return new TrainedNetwork(manager, task.weights(), precision, task.number("learningRate"), task.number("momentum"),
                task.number("margin"));
    }

    private double step(TaskLine task) {
        List<Triplet> triplets = task.triplets();
        triplets.forEach(triplet -> triplet.images().forEach(images::load));
        long start = System.nanoTime();
        network.epoch(triplets, images, task.batch());
        return seconds(start) * task.batch() / triplets.size();
    }

    private double embed(TaskLine task) {
        List<Path> files = task.files();
        files.forEach(images::load);
        long start = System.nanoTime();
        Embeddings.each(network.model(), files, images, Progress.silent(), (file, embedding) -> { });
        return files.size() / seconds(start);
    }

    private double epoch(TaskLine task) {
        long start = System.nanoTime();
        try (ImageLoader loader = new ImageLoader(task.size())) {
            network.epoch(task.triplets(), loader, task.batch());
        }
        return seconds(start);
    }

    private List<Double> losses(TaskLine task) {
        List<Triplet> triplets = task.triplets();
        List<Double> losses = new ArrayList<>();
        try (TrainedNetwork fresh = trained(task); ImageLoader loader = new ImageLoader(task.size())) {
            for (int first = 0; first < triplets.size(); first += task.batch()) {
                losses.add(fresh.epoch(triplets.subList(first, first + task.batch()), loader, task.batch()));
            }
        }
        return losses;
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    /** Closes its network. */
    @Override
    public void close() {
        if (network != null) {
            images.close();
            network.close();
        }
        manager.close();
    }
}
