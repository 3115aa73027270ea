package facet.data.image;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/**
 * Images of which a network sees one region: it is taken before the image is resized, so that a crop is as sharp as its file.
 *
 * @param loader resizes and normalises; it is closed by its owner
 * @param region what is seen
 */
public record RegionInputs(ImageLoader loader, FaceRegion region) implements Inputs {

    /**
     * Reads an image.
     *
     * @return the region as size * size * 3 bytes, R G B, row by row
     * @throws facet.io.FacetException where the file is missing, no image, or too large
     */
    public byte[] load(Path file) {
        return loader.pixels(region.of(ImageFile.read(file)));
    }

    @Override
    public Feed views(List<List<View>> batches) {
        Iterator<List<View>> rest = batches.iterator();
        return new Feed() {
            @Override
            public NDArray next(NDManager manager) {
                return loader.batch(manager, rest.next().stream().map(view -> view.of(load(view.image()), loader.size())).toList());
            }

            @Override
            public void close() {
                // The loader is its owner's.
            }
        };
    }
}
