package facet.data.image;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.List;

/** What a network takes for image files: their pixels, or something computed from them before. */
public interface Inputs {

    /** @return the input of each batch of files, in their order; to be closed */
    default Feed feed(List<List<Path>> batches) {
        return views(batches.stream().map(batch -> batch.stream().map(View::whole).toList()).toList());
    }

    /** @return the same of images that are mirrored or cropped; throws a FacetException where that can't be had of what was computed before */
    Feed views(List<List<View>> batches);

    /** @return the input of the batches of a training's epoch, from 1: of views that are drawn for it where training mirrors or crops images, else as {@link #feed} */
    default Feed epoch(List<List<Path>> batches, int epoch) {
        return feed(batches);
    }

    /** @return whether the backbone has to run; not where its maps were computed before */
    default boolean needsBackbone() {
        return true;
    }

    /** One batch after the other. */
    interface Feed extends AutoCloseable {

        /**
         * Reads the next batch.
         *
         * @return [N, ...], owned by the manager
         * @throws facet.io.FacetException where one of its files is no image
         */
        NDArray next(NDManager manager);

        @Override
        void close();
    }
}
