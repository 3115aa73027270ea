package facet.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LikenessCurveTest {

    /** Triplets of 60 people, with likeness of two decimals, so that many tie, the more often wrong the more alike. */
    private static List<JudgedTriplet> triplets(Random random, int count) {
        List<JudgedTriplet> triplets = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double likeness = Math.round(100 * random.nextDouble()) / 100.0;
            triplets.add(new JudgedTriplet(i % 2 == 0 ? "test" : "hard test", "p" + random.nextInt(60), likeness, 1, random.nextDouble() < likeness / 2 ? 0.5 : 1.5));
        }
        return triplets;
    }

    private static List<JudgedTriplet> alike(int count, double likeness) {
        List<JudgedTriplet> triplets = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            triplets.add(new JudgedTriplet("test", "p" + i, likeness, 1, 2));
        }
        return triplets;
    }

    @Test
    void eachBinCountsTheTripletsOfItsLikeness() {
        List<JudgedTriplet> triplets = triplets(new Random(1), 500);
        LikenessCurve curve = LikenessCurve.accuracy(triplets, 1);
        assertEquals(8, curve.bins().size());
        int all = 0;
        for (LikenessBin bin : curve.bins()) {
            List<JudgedTriplet> own = new ArrayList<>();
            double correct = 0;
            double likeness = 0;
            for (JudgedTriplet triplet : triplets) {
                if (triplet.likeness() >= bin.low() && triplet.likeness() <= bin.high()) {
                    own.add(triplet);
                    correct += triplet.anchorPositive() < triplet.anchorNegative() ? 1 : 0;
                    likeness += triplet.likeness();
                }
            }
            all += own.size();
            assertEquals(own.size(), bin.triplets());
            assertEquals(own.stream().map(JudgedTriplet::person).distinct().count(), bin.people());
            assertEquals(correct / own.size(), bin.share(), 1e-12);
            assertEquals(likeness / own.size(), bin.middle(), 1e-12);
            assertEquals(62, bin.triplets(), 12, "about equally many");
        }
        assertEquals(500, all, "each once");
        assertTrue(curve.bins().get(0).share() > curve.bins().get(7).share() + 0.2);
    }

    /** The bootstrap with a loop over the drawn people, each with all of their triplets of the bin. */
    @Test
    void theBandDrawsPeopleWithAllOfTheirTriplets() {
        List<JudgedTriplet> triplets = triplets(new Random(2), 200);
        LikenessCurve curve = LikenessCurve.accuracy(triplets, 7);
        List<String> people = triplets.stream().map(JudgedTriplet::person).distinct().toList();
        Random random = new Random(7);
        double[][] shares = new double[curve.bins().size()][2000];
        for (int draw = 0; draw < 2000; draw++) {
            double[] correct = new double[shares.length];
            double[] all = new double[shares.length];
            for (int i = 0; i < people.size(); i++) {
                String person = people.get(random.nextInt(people.size()));
                for (JudgedTriplet triplet : triplets) {
                    for (int bin = 0; bin < shares.length; bin++) {
                        if (triplet.person().equals(person) && triplet.likeness() >= curve.bins().get(bin).low() && triplet.likeness() <= curve.bins().get(bin).high()) {
                            correct[bin] += triplet.correct() ? 1 : 0;
                            all[bin]++;
                        }
                    }
                }
            }
            for (int bin = 0; bin < shares.length; bin++) {
                shares[bin][draw] = correct[bin] / all[bin];
            }
        }
        for (int bin = 0; bin < shares.length; bin++) {
            Arrays.sort(shares[bin]); // numpy's percentile: 2.5 % of 1999 steps
            double low = shares[bin][49] + 0.975 * (shares[bin][50] - shares[bin][49]);
            double high = shares[bin][1949] + 0.025 * (shares[bin][1950] - shares[bin][1949]);
            assertEquals(low, curve.bins().get(bin).interval().low(), 1e-12);
            assertEquals(high, curve.bins().get(bin).interval().high(), 1e-12);
        }
        assertEquals(curve, LikenessCurve.accuracy(triplets, 7), "a seed gives its band again");
        assertNotEquals(curve, LikenessCurve.accuracy(triplets, 8));
    }

    @Test
    void equalLikenessIsOneBinAndWhatDoesNotScatterHasWilsonsInterval() {
        LikenessCurve curve = LikenessCurve.accuracy(alike(100, 0.3), 1);
        assertEquals(List.of(new LikenessBin(0.3, 0.3, curve.bins().get(0).middle(), 100, 100, 1, Statistics.wilson(100, 100))), curve.bins());
        assertEquals(0.3, curve.bins().get(0).middle(), 1e-12);
        List<JudgedTriplet> parts = alike(90, 0.3);
        parts.addAll(alike(29, 0.5));
        assertEquals(1, LikenessCurve.accuracy(parts, 1).bins().size(), "a rest of 29 is no bin");
        parts.addAll(alike(1, 0.5));
        assertEquals(List.of(90, 30), LikenessCurve.accuracy(parts, 1).bins().stream().map(LikenessBin::triplets).toList());
    }

    @Test
    void ofOnePersonNothingScattersEither() {
        List<JudgedTriplet> own = triplets(new Random(3), 40).stream().map(t -> new JudgedTriplet(t.set(), "a", t.likeness(), t.anchorPositive(), t.anchorNegative())).toList();
        LikenessBin bin = LikenessCurve.accuracy(own, 1).bins().get(0);
        assertEquals(Statistics.wilson(Math.round(bin.share()), 1), bin.interval());
    }

    @Test
    void whatNobodyJudgedIsLeftOutAndCounted() {
        List<JudgedTriplet> triplets = triplets(new Random(4), 90);
        List<JudgedTriplet> more = new ArrayList<>(triplets);
        more.addAll(20, alike(15, Double.NaN));
        LikenessCurve curve = LikenessCurve.accuracy(more, 1);
        assertEquals(LikenessCurve.accuracy(triplets, 1).bins(), curve.bins());
        assertEquals(triplets, curve.triplets());
        assertEquals(List.of("15 of 105 triplets are left out: no judge looked at them, so that their likeness is unknown."), curve.notes());
    }

    @Test
    void tooFewTripletsAreRefused() {
        assertEquals(1, LikenessCurve.accuracy(triplets(new Random(5), 30), 1).bins().size());
        assertEquals("A likeness curve needs 30 triplets that were judged; there are 29.",
                assertThrows(IllegalArgumentException.class, () -> LikenessCurve.accuracy(triplets(new Random(5), 29), 1)).getMessage());
        assertEquals("A likeness curve needs 30 triplets that were judged; there are 0.",
                assertThrows(IllegalArgumentException.class, () -> LikenessCurve.accuracy(alike(100, Double.NaN), 1)).getMessage());
    }
}
