package facet.eval.verification;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.eval.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class BootstrapTest {

    private static final List<ToDoubleFunction<RocCurve>> AREA = List.of(AreaUnderCurve::of);

    /** Four people, numbered as they appear: each slot of a draw is paired with each slot. */
    @Test
    void aPairCountsOnceForEachTimeThatItsPeopleWereDrawn() {
        String[] people = {"b", "a", "c", "d"};
        ScoredPairs pairs = new ScoredPairs(List.of(new ScoredPair(false, 1, "", "b", "a"), new ScoredPair(true, 1, "", "a", "a"),
                new ScoredPair(false, 1, "", "c", "b"), new ScoredPair(true, 1, "", "d", ""), new ScoredPair(false, 1, "", "a", "b")));
        for (int seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            String[] drawn = {people[random.nextInt(4)], people[random.nextInt(4)], people[random.nextInt(4)], people[random.nextInt(4)]};
            int[] weights = new int[5];
            for (int i = 0; i < 5; i++) {
                ScoredPair pair = pairs.pairs().get(i);
                for (String first : drawn) {
                    if (pair.same()) {
                        weights[i] += first.equals(pair.personA()) ? 1 : 0;
                        continue;
                    }
                    for (String second : drawn) {
                        weights[i] += first.equals(pair.personA()) && second.equals(pair.personB()) ? 1 : 0;
                    }
                }
            }
            assertArrayEquals(weights, new Resampling(pairs).draw(new Random(seed)));
        }
    }

    @Test
    void withoutPeoplePairsAreDrawn() {
        ScoredPairs pairs = Pairs.of(new double[] {1, 2}, new double[] {3, 4, 5});
        Random random = new Random(9);
        int[] counts = new int[5];
        for (int i = 0; i < 5; i++) {
            counts[random.nextInt(5)]++;
        }
        assertArrayEquals(counts, new Resampling(pairs).draw(new Random(9)));
    }

    @Test
    void aCurveOfWeightsIsThatOfRepeatedPairs() {
        ScoredPairs pairs = Pairs.random(new Random(3), 60);
        int[] weights = new Resampling(pairs).draw(new Random(4));
        List<ScoredPair> repeated = new ArrayList<>();
        for (int i = 0; i < weights.length; i++) {
            for (int times = 0; times < weights[i]; times++) {
                repeated.add(pairs.pairs().get(i));
            }
        }
        RocCurve expected = RocCurve.of(repeated);
        RocCurve curve = new SortedPairs(pairs.pairs()).curve(weights);
        assertEquals(expected.points(), curve.points());
        for (int i = 0; i < curve.points(); i++) {
            assertEquals(expected.threshold(i), curve.threshold(i));
            assertEquals(expected.falseAccepts(i), curve.falseAccepts(i));
            assertEquals(expected.trueAccepts(i), curve.trueAccepts(i));
        }
    }

    /** Each person's pairs are five copies of one: to draw pairs as if they were independent makes the interval too narrow. */
    @Test
    void pairsThatShareAPersonWidenTheInterval() {
        Random random = new Random(5);
        List<ScoredPair> named = new ArrayList<>();
        List<ScoredPair> nameless = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            double genuine = 1 + 0.5 * random.nextGaussian();
            double impostor = 1.5 + 0.5 * random.nextGaussian();
            for (int copy = 0; copy < 5; copy++) {
                named.add(new ScoredPair(true, genuine, "", "p" + i, ""));
                named.add(new ScoredPair(false, impostor, "", "p" + i, "q" + i));
                nameless.add(new ScoredPair(true, genuine, "", "", ""));
                nameless.add(new ScoredPair(false, impostor, "", "", ""));
            }
        }
        double byPerson = width(Bootstrap.intervals(new ScoredPairs(named), 1, AREA).orElseThrow().get(0));
        double byPair = width(Bootstrap.intervals(new ScoredPairs(nameless), 1, AREA).orElseThrow().get(0));
        assertTrue(byPerson > 1.7 * byPair, byPerson + " and " + byPair);
    }

    private static double width(Interval interval) {
        return interval.high() - interval.low();
    }

    /** The standard error of the area by Hanley and McNeil (1982), for independent pairs. */
    @Test
    void theIntervalIsAboutTheOneOfTheFormula() {
        Random random = new Random(6);
        double[] genuine = random.doubles(200).map(x -> x + random.nextGaussian()).toArray();
        double[] impostors = random.doubles(300).map(x -> x + 1 + random.nextGaussian()).toArray();
        ScoredPairs pairs = Pairs.of(genuine, impostors);
        double area = AreaUnderCurve.of(RocCurve.of(pairs));
        double q1 = area / (2 - area);
        double q2 = 2 * area * area / (1 + area);
        double error = Math.sqrt((area * (1 - area) + 199 * (q1 - area * area) + 299 * (q2 - area * area)) / (200 * 300));
        Interval interval = Bootstrap.intervals(pairs, 1, AREA).orElseThrow().get(0);
        assertEquals(2 * 1.96 * error, width(interval), 0.15 * 2 * 1.96 * error);
        assertTrue(interval.contains(area));
    }

    @Test
    void aSeedGivesItsIntervalAgain() {
        ScoredPairs pairs = Pairs.random(new Random(7), 200);
        assertEquals(Bootstrap.intervals(pairs, 1, AREA), Bootstrap.intervals(pairs, 1, AREA));
        assertNotEquals(Bootstrap.intervals(pairs, 1, AREA), Bootstrap.intervals(pairs, 2, AREA));
    }

    @Test
    void ofTwoPairsMostDrawsLoseAKind() {
        assertEquals(Optional.empty(), Bootstrap.intervals(Pairs.of(new double[] {1}, new double[] {2}), 1, AREA));
    }
}
