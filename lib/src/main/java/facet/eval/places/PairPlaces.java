package facet.eval.places;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What each place contributes to the distance of two faces. An embedding is a mean over P places, e = mean f_p. With the direction u = (e_A - e_B) / d of length 1,
 * the distance is d = mean of (f_p(A) - f_p(B)) u: so it splits into places exactly, without gradients. A place that lowers the distance is negative.
 * An average does not pair the places of A and B. Therefore each face has a map of its own, too. All three add up to d.
 *
 * @param both (f_p(A) - f_p(B)) u / P: the same place of both faces, a choice of ours
 * @param first (f_p(A) - e_B) u / P: a place of A against all of B
 * @param second (e_A - f_p(B)) u / P: a place of B against all of A
 */
public record PairPlaces(PlaceMap both, PlaceMap first, PlaceMap second) {

    /**
     * Splits the distance of two faces. Where they have one embedding, every contribution is 0.
     *
     * @throws IllegalArgumentException where they are of different sizes or networks
     */
    public static PairPlaces of(FacePlaces a, FacePlaces b) {
        if (!a.grid().equals(b.grid()) || a.vectors()[0].length != b.vectors()[0].length) {
            throw new IllegalArgumentException("Two faces are compared by one network and at one size, not " + a.grid() + " and " + b.grid() + ".");
        }
        double[] ofA = a.mean();
        double[] ofB = b.mean();
        double[] u = direction(ofA, ofB);
        double alongA = along(ofA, u);
        double alongB = along(ofB, u);
        double[] first = IntStream.range(0, a.vectors().length).mapToDouble(p -> along(a.vectors()[p], u)).toArray();
        double[] second = IntStream.range(0, a.vectors().length).mapToDouble(p -> along(b.vectors()[p], u)).toArray();
        return new PairPlaces(map(a.grid(), p -> first[p] - second[p]), map(a.grid(), p -> first[p] - alongB), map(a.grid(), p -> alongA - second[p]));
    }

    /** @return the distance of the two embeddings, the sum of the contributions */
    public double distance() {
        return both.sum();
    }

    private static PlaceMap map(PlaceGrid grid, IntToDoubleFunction value) {
        return new PlaceMap(grid, IntStream.range(0, grid.places()).mapToDouble(p -> value.applyAsDouble(p) / grid.places()).toArray());
    }

    private static double[] direction(double[] a, double[] b) {
        double[] difference = IntStream.range(0, a.length).mapToDouble(i -> a[i] - b[i]).toArray();
        double distance = Math.sqrt(along(difference, difference));
        return IntStream.range(0, a.length).mapToDouble(i -> distance == 0 ? 0 : difference[i] / distance).toArray();
    }

    private static double along(double[] vector, double[] u) {
        return IntStream.range(0, u.length).mapToDouble(i -> vector[i] * u[i]).sum();
    }

    private static double along(float[] vector, double[] u) {
        return IntStream.range(0, u.length).mapToDouble(i -> vector[i] * u[i]).sum();
    }
}
