package facet.train.mining;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The triplets of a batch, beside loops that compare every image with every other. */
class TripletChoiceTest {

    @ParameterizedTest
    @CsvSource({"2, 2", "5, 2", "3, 4", "2, 7"})
    void batchHardTakesTheHardest(int people, int images) {
        for (int seed = 0; seed < 20; seed++) {
            double[][] distances = distances(people * images, seed);
            List<MinedTriplet> mined = new BatchHard().of(distances, images);
            assertEquals(people * images, mined.size());
            for (int anchor = 0; anchor < mined.size(); anchor++) {
                MinedTriplet triplet = mined.get(anchor);
                assertEquals(anchor, triplet.anchor());
                assertTrue(triplet.positive() != anchor && triplet.positive() / images == anchor / images, triplet.toString());
                assertNotEquals(anchor / images, triplet.negative() / images);
                for (int other = 0; other < distances.length; other++) {
                    if (other / images != anchor / images) {
                        assertTrue(distances[anchor][other] >= distances[anchor][triplet.negative()], "no negative is nearer");
                    } else if (other != anchor) {
                        assertTrue(distances[anchor][other] <= distances[anchor][triplet.positive()], "no positive is farther");
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"2, 2", "5, 2", "3, 4", "2, 7"})
    void semiHardTakesTheNearestNegativeBehindThePositive(int people, int images) {
        for (int seed = 0; seed < 20; seed++) {
            double[][] distances = distances(people * images, seed);
            List<MinedTriplet> expected = new ArrayList<>();
            for (int anchor = 0; anchor < distances.length; anchor++) {
                for (int positive = 0; positive < distances.length; positive++) {
                    if (positive != anchor && positive / images == anchor / images) {
                        expected.add(new MinedTriplet(anchor, positive, naive(distances[anchor], positive, anchor / images, images)));
                    }
                }
            }
            assertEquals(people * images * (images - 1), expected.size());
            assertEquals(expected, new SemiHard().of(distances, images));
        }
    }

    private static int naive(double[] distances, int positive, int person, int images) {
        List<Integer> negatives = new ArrayList<>();
        for (int other = 0; other < distances.length; other++) {
            if (other / images != person) {
                negatives.add(other);
            }
        }
        negatives.sort((a, b) -> Double.compare(distances[a], distances[b]));
        return negatives.stream().filter(other -> distances[other] > distances[positive]).findFirst().orElse(negatives.get(negatives.size() - 1));
    }

    /** On a line: one person at 0 and 2, another at 1 and 5, where 1 is nearer to 0 than 2 is, and 5 farther. */
    @Test
    void anExample() {
        double[][] distances = ofLine(0, 2, 1, 5);
        assertEquals(List.of(new MinedTriplet(0, 1, 3), new MinedTriplet(1, 0, 3), new MinedTriplet(2, 3, 0), new MinedTriplet(3, 2, 0)), new SemiHard().of(distances, 2),
                "of the image at 1, both negatives are nearer than its positive: the farthest of them, here the first of two that are as far");
        assertEquals(List.of(new MinedTriplet(0, 1, 2), new MinedTriplet(1, 0, 2), new MinedTriplet(2, 3, 0), new MinedTriplet(3, 2, 1)), new BatchHard().of(distances, 2));
    }

    /** The loss then is NaN, too, and the step says so. */
    @Test
    void equalDistancesAndNaNHaveTriplets() {
        for (double value : new double[] {0, 1, Double.NaN}) {
            double[][] distances = new double[6][6];
            Arrays.stream(distances).forEach(row -> Arrays.fill(row, value));
            for (TripletChoice choice : List.of(new SemiHard(), new BatchHard())) {
                for (MinedTriplet triplet : choice.of(distances, 2)) {
                    assertEquals(triplet.anchor() / 2, triplet.positive() / 2);
                    assertNotEquals(triplet.anchor(), triplet.positive());
                    assertTrue(triplet.negative() >= 0 && triplet.negative() / 2 != triplet.anchor() / 2, triplet.toString());
                }
            }
        }
    }

    private static double[][] distances(int images, long seed) {
        return ofLine(new Random(seed).doubles(images).toArray());
    }

    private static double[][] ofLine(double... places) {
        return Arrays.stream(places).mapToObj(a -> Arrays.stream(places).map(b -> Math.abs(a - b)).toArray()).toArray(double[][]::new);
    }
}
