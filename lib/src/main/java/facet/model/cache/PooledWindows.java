package facet.model.cache;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import facet.data.image.ImageLoader;
import facet.data.image.Inputs;
import facet.data.image.View;
import facet.io.Progress;
import facet.model.FaceEmbedder;
import facet.model.net.Precision;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/**
 * The input of a network whose backbone is frozen: each image's pooled windows (see {@link facet.model.net.Head#windows}), computed once and
 * kept on disk. In half precision where the network computes in bf16, whose maps are no finer than that.
 */
public final class PooledWindows implements Inputs {

    private final FeatureInputs windows;

    private PooledWindows(FeatureInputs windows) {
        this.windows = windows;
    }

    /**
     * Computes what is missing and keeps it.
     *
     * @param model a network with a frozen backbone, whose level is averaged first
     * @param cache the folder for all of them; each backbone and image size has its own below it
     * @throws facet.io.FacetException where the model is another one, an image can't be read, or the thread was interrupted
     */
    public static PooledWindows of(FaceEmbedder model, Collection<Path> images, ImageLoader loader, Path cache, Progress progress) {
        return of(model, images, List.of(), loader, cache, progress);
    }

    /**
     * Computes and keeps the same with mirrored views, each of which takes as much disk as an image.
     *
     * @param flipped the images that training shows mirrored, too
     */
    public static PooledWindows of(FaceEmbedder model, Collection<Path> images, Collection<Path> flipped, ImageLoader loader, Path cache, Progress progress) {
        Shape shape = model.windowShape(); // asked first: it says where the backbone is not frozen
        DataType type = model.precision() == Precision.FP32 ? DataType.FLOAT32 : DataType.FLOAT16;
        String settings = String.join(" ", model.level().name(), model.precision().toString(), model.body().text(), "" + loader.size());
        FeatureKind kind = new FeatureKind("windows of the frozen backbone", settings,
                model.body().named().values().stream().map(parameter -> parameter.getArray()).toList(), type,
                input -> model.windows(new ParameterStore(input.getManager(), false), input));
        return new PooledWindows(new FeatureInputs(shape, type, new ViewCache(kind, model, images, flipped, loader, cache, progress)));
    }

    @Override
    public boolean needsBackbone() {
        return false;
    }

    @Override
    public Feed views(List<List<View>> batches) {
        return windows.views(batches);
    }
}
