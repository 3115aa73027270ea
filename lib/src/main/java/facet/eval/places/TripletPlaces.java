package facet.eval.places;

import facet.data.Triplet;
import facet.data.image.ImageLoader;
import facet.io.Progress;
import facet.model.FaceEmbedder;

/**
 * Where a network's decision on a triplet comes from: it is correct where d(A, N) - d(A, P) is positive.
 *
 * @param level the network's map, such as "P2"
 * @param positive the anchor and the positive
 * @param negative the anchor and the negative
 */
public record TripletPlaces(String level, FaceComparison positive, FaceComparison negative) {

    /**
     * Computes both comparisons; patches cover the anchor.
     *
     * @throws facet.io.FacetException as {@link FaceComparison#of}
     */
    public static TripletPlaces of(FaceEmbedder model, Triplet triplet, ImageLoader loader, Patches patches, Progress progress) {
        FacePlaces anchor = FacePlaces.of(model, triplet.anchor(), loader);
        CoveredFace covered = CoveredFace.of(model, triplet.anchor(), loader, patches, progress);
        return new TripletPlaces(model.level().name(),
                FaceComparison.of(triplet.anchor(), anchor, covered, triplet.positive(), FacePlaces.of(model, triplet.positive(), loader)),
                FaceComparison.of(triplet.anchor(), anchor, covered, triplet.negative(), FacePlaces.of(model, triplet.negative(), loader)));
    }

    /** @return what each place of the anchor adds to d(A, N) - d(A, P), their sum */
    public PlaceMap decision() {
        return negative.contributions().first().minus(positive.contributions().first());
    }
}
