package facet.model.cache;

import facet.data.image.ImageLoader;
import facet.data.image.Crop;
import facet.data.image.View;
import facet.io.FacetException;
import facet.io.Progress;
import facet.model.FaceEmbedder;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/** What a network that does not change makes of images and, where training flips, of their mirrored views, which are kept as images of their own. */
final class ViewCache {

    private final FeatureCache whole;
    private final FeatureCache mirrored; // null where no image is mirrored

    /**
     * Computes what is missing and keeps it.
     *
     * @param images that are shown as they are
     * @param flipped those of them that are shown mirrored, too
     * @throws FacetException as {@link FeatureCache}
     */
    ViewCache(FeatureKind kind, FaceEmbedder model, Collection<Path> images, Collection<Path> flipped, ImageLoader loader, Path cache, Progress progress) {
        whole = new FeatureCache(kind, model, images, loader, cache, progress);
        FeatureKind mirrors = new FeatureKind(kind.name() + ", mirrored images", kind.settings(), kind.parameters(), kind.type(), kind.compute());
        mirrored = flipped.isEmpty() ? null : new FeatureCache(mirrors, model, flipped, views -> loader.views(views.stream().map(ViewCache::mirror).toList()), cache, progress);
    }

    private static List<View> mirror(List<View> batch) {
        return batch.stream().map(View::mirror).toList();
    }

    /**
     * Returns the numbers of a view's feature as they are kept.
     *
     * @throws FacetException for an image that was not among those given, or a crop
     */
    ByteBuffer bytes(View view) {
        if (!view.crop().equals(Crop.WHOLE) || view.mirrored() && mirrored == null) {
            throw new FacetException("Nothing was computed of a " + (view.mirrored() ? "mirrored" : "cropped") + " view of " + view.image()
                    + ": only of what was given. Take an ImageLoader as the input.");
        }
        return (view.mirrored() ? mirrored : whole).bytes(view.image());
    }
}
