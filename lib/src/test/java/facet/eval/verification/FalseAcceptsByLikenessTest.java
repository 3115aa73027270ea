package facet.eval.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.eval.JudgedTriplet;
import facet.eval.LikenessBin;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FalseAcceptsByLikenessTest {

    /** Distances of one decimal, so that many tie; strangers of the hard set are more alike and lie nearer. */
    private static List<JudgedTriplet> triplets(Random random, int ordinary, int hard) {
        List<JudgedTriplet> triplets = new ArrayList<>();
        for (int i = 0; i < ordinary + hard; i++) {
            double likeness = 0.2 * random.nextGaussian() + (i < ordinary ? 0 : 0.6);
            triplets.add(new JudgedTriplet(i < ordinary ? "test" : "hard test", "p" + i % ordinary, likeness, 1 + 0.3 * random.nextGaussian(),
                    Math.round(10 * (2 - likeness + 0.3 * random.nextGaussian())) / 10.0));
        }
        Collections.shuffle(triplets, random);
        return triplets;
    }

    private static double share(List<JudgedTriplet> triplets, double low, double high, String set, double threshold) {
        double accepted = 0;
        double all = 0;
        for (JudgedTriplet triplet : triplets) {
            if (triplet.likeness() >= low && triplet.likeness() <= high && (set.isEmpty() || triplet.set().equals(set))) {
                accepted += triplet.anchorNegative() <= threshold ? 1 : 0;
                all++;
            }
        }
        return accepted / all;
    }

    @Test
    void theThresholdKeepsTheRateOnOrdinaryStrangersAndEachBinCountsWhatItAccepts() {
        List<JudgedTriplet> triplets = triplets(new Random(1), 170, 170);
        FalseAcceptsByLikeness found = FalseAcceptsByLikeness.of(triplets, "test", 0.1, 1);
        double best = Double.NEGATIVE_INFINITY;
        for (JudgedTriplet triplet : triplets) {
            best = share(triplets, -2, 2, "test", triplet.anchorNegative()) <= 0.1 && triplet.set().equals("test") ? Math.max(best, triplet.anchorNegative()) : best;
        }
        assertEquals(best, found.threshold());
        double accepted = triplets.stream().filter(t -> t.set().equals("test") && t.anchorPositive() <= found.threshold()).count() / 170.0;
        assertEquals(accepted, found.trueAcceptRate(), 1e-12);
        for (LikenessBin bin : found.curve().bins()) {
            assertEquals(share(triplets, bin.low(), bin.high(), "", found.threshold()), bin.share(), 1e-12);
            assertTrue(bin.interval().low() <= bin.share() && bin.interval().high() >= bin.share(), bin.toString());
        }
        assertTrue(found.curve().bins().get(7).share() > found.curve().bins().get(0).share() + 0.3);
        assertEquals("At the threshold %.1f00, 0.1 of ordinary strangers are accepted at most, and %.3f of pairs of one person.".formatted(best, accepted), found.sentence());
    }

    /** All ordinary strangers lie at 1 or 2: only a threshold that is chosen anew in each draw is sometimes below 1, and accepts none. */
    @Test
    void eachDrawChoosesItsThreshold() {
        List<JudgedTriplet> triplets = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            triplets.add(new JudgedTriplet("test", "p" + i, 0.1, 1, i < 10 ? 1 : 2));
        }
        FalseAcceptsByLikeness found = FalseAcceptsByLikeness.of(triplets, "test", 0.1, 1);
        assertEquals(1, found.threshold());
        assertEquals(0.1, found.curve().bins().get(0).share());
        assertEquals(0, found.curve().bins().get(0).interval().low());
    }

    @Test
    void tooFewOrdinaryStrangersAreRefused() {
        assertEquals("The set test: a FAR of 0.01 takes at least 300 pairs of strangers (3 false accepts); there are 170.",
                assertThrows(IllegalArgumentException.class, () -> FalseAcceptsByLikeness.of(triplets(new Random(1), 170, 170), "test", 0.01, 1)).getMessage());
    }
}
