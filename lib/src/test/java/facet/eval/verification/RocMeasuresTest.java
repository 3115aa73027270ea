package facet.eval.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Each measure of the curve against loops over the pairs. */
class RocMeasuresTest {

    private static final RocCurve EQUAL = RocCurve.of(Pairs.of(new double[] {2, 2}, new double[] {2, 2, 2}));
    private static final RocCurve PARTED = RocCurve.of(Pairs.of(new double[] {1, 2}, new double[] {3, 4, 5}));
    private static final RocCurve REVERSED = RocCurve.of(Pairs.of(new double[] {3}, new double[] {1, 2}));

    private static double share(List<ScoredPair> pairs, boolean same, double threshold) {
        double accepted = 0;
        double all = 0;
        for (ScoredPair pair : pairs) {
            if (pair.same() == same) {
                all++;
                accepted += pair.distance() <= threshold ? 1 : 0;
            }
        }
        return accepted / all;
    }

    @Test
    void eachPointCountsWhatItsThresholdAccepts() {
        List<ScoredPair> pairs = Pairs.random(new Random(1), 100).pairs();
        RocCurve curve = RocCurve.of(pairs);
        assertEquals(1 + pairs.stream().map(ScoredPair::distance).distinct().count(), curve.points());
        for (int i = 0; i < curve.points(); i++) {
            assertEquals(share(pairs, false, curve.threshold(i)), curve.far(i), 1e-15);
            assertEquals(share(pairs, true, curve.threshold(i)), curve.tar(i), 1e-15);
            assertEquals(1 - curve.tar(i), curve.frr(i), 1e-15);
        }
    }

    @Test
    void theAreaIsTheChanceThatAPairOfOnePersonLiesNearer() {
        List<ScoredPair> pairs = Pairs.random(new Random(2), 90).pairs();
        double nearer = 0;
        double all = 0;
        for (ScoredPair genuine : pairs) {
            for (ScoredPair impostor : pairs) {
                if (genuine.same() && !impostor.same()) {
                    all++;
                    nearer += genuine.distance() < impostor.distance() ? 1 : genuine.distance() == impostor.distance() ? 0.5 : 0;
                }
            }
        }
        assertEquals(nearer / all, AreaUnderCurve.of(RocCurve.of(pairs)), 1e-14);
        assertEquals(0.5, AreaUnderCurve.of(EQUAL));
        assertEquals(1, AreaUnderCurve.of(PARTED));
        assertEquals(0, AreaUnderCurve.of(REVERSED));
    }

    @Test
    void atTheEqualErrorRateBothRatesAreEqual() {
        for (int seed = 0; seed < 20; seed++) {
            RocCurve curve = RocCurve.of(Pairs.random(new Random(seed), 40));
            double nearest = 1;
            double rate = -1;
            for (int i = 1; i < curve.points(); i++) {
                for (double share = 0; share <= 1; share += 1e-4) {
                    double far = (1 - share) * curve.far(i - 1) + share * curve.far(i);
                    double frr = (1 - share) * curve.frr(i - 1) + share * curve.frr(i);
                    if (Math.abs(far - frr) < nearest) {
                        nearest = Math.abs(far - frr);
                        rate = (far + frr) / 2;
                    }
                }
            }
            assertEquals(rate, EqualErrorRate.of(curve), 1e-3);
        }
        assertEquals(0.5, EqualErrorRate.of(EQUAL));
        assertEquals(0, EqualErrorRate.of(PARTED));
        assertEquals(1, EqualErrorRate.of(REVERSED));
    }

    @Test
    void theTrueAcceptRateIsTheBestThatKeepsTheFalseAcceptRate() {
        for (int seed = 0; seed < 20; seed++) {
            List<ScoredPair> pairs = Pairs.random(new Random(seed), 60).pairs();
            for (double far : new double[] {0, 0.025, 0.1, 0.5, 1}) {
                double best = 0;
                for (ScoredPair pair : pairs) {
                    best = share(pairs, false, pair.distance()) <= far ? Math.max(best, share(pairs, true, pair.distance())) : best;
                }
                assertEquals(best, TrueAcceptRate.at(far, RocCurve.of(pairs)), 1e-15);
            }
        }
        assertEquals(0, TrueAcceptRate.at(0.1, EQUAL), "what ties is accepted together, or not at all");
        assertEquals(1, TrueAcceptRate.at(0.1, PARTED));
    }

    @Test
    void threeFalseAcceptsAreTheLeast() {
        assertEquals(Optional.of("a FAR of 0.001 takes at least 3,000 pairs of strangers (3 false accepts); there are 2,999."), TrueAcceptRate.refusal(0.001, 2999));
        for (double far : new double[] {0.1, 0.01, 0.001}) {
            int least = (int) Math.round(3 / far);
            assertTrue(TrueAcceptRate.refusal(far, least - 1).isPresent());
            assertEquals(Optional.empty(), TrueAcceptRate.refusal(far, least));
        }
    }

    @Test
    void belowTenASentenceGoesWithTheRate() {
        assertEquals(Optional.of("its threshold accepts at most 3 of 3,000 pairs of strangers, so that its FAR, too, is known roughly only."),
                TrueAcceptRate.caution(0.001, 3000));
        assertEquals(Optional.empty(), TrueAcceptRate.caution(0.001, 2999), "it is refused");
        assertEquals(Optional.empty(), TrueAcceptRate.caution(0.1, 100));
        assertTrue(TrueAcceptRate.caution(0.1, 99).orElseThrow().contains("at most 9 of 99"));
    }

    @Test
    void noThresholdIsBetterThanTheChosenOne() {
        for (int seed = 0; seed < 20; seed++) {
            List<ScoredPair> pairs = Pairs.random(new Random(seed), 40).pairs();
            double chosen = BestThreshold.of(RocCurve.of(pairs));
            for (double threshold = -2; threshold < 4; threshold += 0.01) {
                assertTrue(correct(pairs, chosen) >= correct(pairs, threshold), seed + " at " + threshold);
                double lower = threshold; // one that parts the pairs in another way is worse, not equal: of several best ones the lowest is taken
                assertTrue(correct(pairs, chosen) > correct(pairs, lower) || lower > chosen
                        || pairs.stream().noneMatch(pair -> lower <= pair.distance() && pair.distance() < chosen), seed + " lower at " + lower);
            }
        }
    }

    private static long correct(List<ScoredPair> pairs, double threshold) {
        return pairs.stream().filter(pair -> pair.same() == pair.distance() < threshold).count();
    }

    @Test
    void theThresholdLiesMidway() {
        assertEquals(2.5, BestThreshold.of(PARTED));
        assertEquals(1, BestThreshold.of(REVERSED), "it accepts nothing");
        assertEquals(Math.nextUp(2.0), BestThreshold.of(RocCurve.of(Pairs.of(new double[] {2, 2}, new double[] {1}))), "it accepts everything");
    }

    @Test
    void betweenTwoNeighboursTheThresholdPartsThemToo() {
        for (double distance : new double[] {1, Math.nextUp(1.0)}) {
            double farther = Math.nextUp(distance);
            double threshold = BestThreshold.of(RocCurve.of(Pairs.of(new double[] {distance}, new double[] {farther})));
            assertTrue(distance < threshold && !(farther < threshold));
        }
    }
}
