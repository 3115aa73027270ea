package facet.model.cache;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import facet.data.image.ImageLoader;
import facet.data.image.Inputs;
import facet.data.image.View;
import facet.io.Progress;
import facet.model.FaceEmbedder;
import facet.model.SparedStages;
import facet.model.net.Precision;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The input of a network of which training spares some stages, or all of them where its level is not averaged: what these give for each image, computed once and kept
 * on disk, in half precision where the network computes in bf16, whose maps are no finer than that. Where it would take too much disk, images are taken as they are and
 * these stages run again in each epoch.
 */
public final class KeptStages implements Inputs {

    /** The most that is kept of a face set: 8 GB, half of a small machine's memory, from which an epoch reads it. */
    public static final long MOST_BYTES = 8L << 30;

    private final FeatureInputs rows;
    private final boolean needsBackbone;

    private KeptStages(FeatureInputs rows, boolean needsBackbone) {
        this.rows = rows;
        this.needsBackbone = needsBackbone;
    }

    /**
     * Computes what is missing and keeps it.
     *
     * @param cache the folder for all of them; each network, number of stages and image size has its own below it
     * @return what the network takes for an image: kept rows, or the loader where nothing is spared, it is kept as {@link PooledWindows}, or it is too much
     * @throws facet.io.FacetException where an image can't be read, or the thread was interrupted
     */
    public static Inputs of(FaceEmbedder model, Collection<Path> images, ImageLoader loader, Path cache, Progress progress) {
        return of(model, images, List.of(), loader, cache, progress);
    }

    /**
     * Computes and keeps the same with mirrored views, each of which takes as much disk as an image.
     *
     * @param flipped the images that training shows mirrored, too
     */
    public static Inputs of(FaceEmbedder model, Collection<Path> images, Collection<Path> flipped, ImageLoader loader, Path cache, Progress progress) {
        return of(model, images, flipped, loader, cache, progress, MOST_BYTES);
    }

    static Inputs of(FaceEmbedder model, Collection<Path> images, Collection<Path> flipped, ImageLoader loader, Path cache, Progress progress, long mostBytes) {
        Optional<SparedStages> spared = model.sparedStages();
        if (spared.isEmpty()) {
            return loader;
        }
        Shape shape = spared.get().shape(loader.size());
        DataType type = type(model);
        long bytes = bytes(model, spared.get(), loader.size(), images.stream().distinct().count() + flipped.stream().distinct().count());
        int stages = model.resnet().part().stages();
        String name = stages == 0 ? "maps of the frozen backbone" : "frozen stages";
        if (bytes > mostBytes) {
            progress.report(name, 1, 1, String.format(Locale.ROOT, "not kept: %,d MB are more than %,d", bytes / 1_000_000, mostBytes / 1_000_000));
            return loader;
        }
        // Levels of one map, and all poolings that take it whole, see the same of a spared stage.
        String seen = spared.get().whole() ? "whole maps from C" + (model.level().map() + 2) : model.level().name();
        String settings = String.join(" ", seen, model.precision().toString(), model.resnet().strides().text(), "" + loader.size(), "stages " + stages);
        FeatureKind kind = new FeatureKind(name, settings, parameters(model), type,
                input -> spared.get().rows(new ParameterStore(input.getManager(), false), input));
        return new KeptStages(new FeatureInputs(shape, type, new ViewCache(kind, model, images, flipped, loader, cache, progress)), stages > 0);
    }

    /** @return the bytes that are kept of so many images of size x size pixels */
    public static long bytes(FaceEmbedder model, SparedStages spared, int size, long images) {
        return spared.shape(size).size() * type(model).getNumOfBytes() * images;
    }

    private static DataType type(FaceEmbedder model) {
        return model.precision() == Precision.FP32 ? DataType.FLOAT32 : DataType.FLOAT16;
    }

    /** The parameters and statistics that decide what is kept. */
    private static List<NDArray> parameters(FaceEmbedder model) {
        List<NDArray> arrays = new ArrayList<>();
        model.resnet().spared().forEach(parameter -> arrays.add(parameter.getArray()));
        return arrays;
    }

    @Override
    public boolean needsBackbone() {
        return needsBackbone;
    }

    @Override
    public Feed views(List<List<View>> batches) {
        return rows.views(batches);
    }
}
