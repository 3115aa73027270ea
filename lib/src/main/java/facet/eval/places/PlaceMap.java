package facet.eval.places;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A number for each place of an image.
 *
 * @param grid how the places lie on it
 * @param values row by row; nobody changes them
 */
public record PlaceMap(PlaceGrid grid, double[] values) {

    public PlaceMap {
        if (values.length != grid.places()) {
            throw new IllegalArgumentException("There are " + grid.places() + " places and " + values.length + " values.");
        }
    }

    /** @return the value of the place that a pixel belongs to */
    public double at(int x, int y) {
        return values[grid.place(x, y)];
    }

    /** @return the sum over all places */
    public double sum() {
        return Arrays.stream(values).sum();
    }

    /** @return the largest value, whatever its sign; 0 or more */
    public double largest() {
        return Arrays.stream(values).map(Math::abs).max().orElse(0);
    }

    /** Subtracts another map of the same places. */
    public PlaceMap minus(PlaceMap other) {
        if (!grid.equals(other.grid)) {
            throw new IllegalArgumentException("Maps of other places can't be subtracted: " + grid + " and " + other.grid + ".");
        }
        return new PlaceMap(grid, IntStream.range(0, values.length).mapToDouble(i -> values[i] - other.values[i]).toArray());
    }

    /** Multiplies each value. */
    public PlaceMap times(double factor) {
        return new PlaceMap(grid, Arrays.stream(values).map(value -> value * factor).toArray());
    }
}
