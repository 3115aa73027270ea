package facet.eval.places;

import facet.data.image.ImageLoader;
import facet.io.Progress;
import facet.model.FaceEmbedder;
import java.nio.file.Path;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;

/**
 * Where the distance of two faces comes from, by two methods that can contradict each other.
 *
 * @param first the image that patches cover
 * @param second the other image
 * @param contributions the distance, split into places
 * @param patches what covers the first image
 * @param occlusion how much of the distance goes where a patch covers the first image; negative where it grows
 */
public record FaceComparison(Path first, Path second, PairPlaces contributions, Patches patches, PlaceMap occlusion) {

    /**
     * Computes both for two image files.
     *
     * @throws facet.io.FacetException where a file is no image, the network's embedding is no average, or the patches are for another image size
     */
    public static FaceComparison of(FaceEmbedder model, Path first, Path second, ImageLoader loader, Patches patches, Progress progress) {
        FacePlaces places = FacePlaces.of(model, first, loader);
        return of(first, places, CoveredFace.of(model, first, loader, patches, progress), second, FacePlaces.of(model, second, loader));
    }

    static FaceComparison of(Path first, FacePlaces places, CoveredFace covered, Path second, FacePlaces other) {
        return new FaceComparison(first, second, PairPlaces.of(places, other), covered.patches(), covered.loss(other.embedding()));
    }

    /**
     * Computes Spearman's rank correlation of the occlusion map with what the first face contributes under each patch. It describes the two maps: patches overlap, so
     * it has no p-value.
     *
     * @return from -1 to 1; NaN where one of the maps is the same everywhere
     */
    public double rankCorrelation() {
        return new SpearmansCorrelation().correlation(patches.means(contributions.first()).values(), occlusion.values());
    }
}
