package facet.eval.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.math3.stat.inference.TTest;
import org.junit.jupiter.api.Test;

class ArmComparisonTest {

    private static final double[] CONTROL = {0.80, 0.78, 0.77, 0.79};

    private static Map<Long, Double> seeds(double... accuracies) {
        Map<Long, Double> seeds = new TreeMap<>();
        for (double accuracy : accuracies) {
            seeds.put(401L + seeds.size(), accuracy);
        }
        return seeds;
    }

    private static Map<String, Map<Long, Double>> arms() {
        Map<String, Map<Long, Double>> arms = new LinkedHashMap<>();
        arms.put("default", seeds(CONTROL));
        arms.put("better", seeds(0.84, 0.825, 0.81, 0.835));
        arms.put("worse", seeds(0.70, 0.69, 0.665, 0.70));
        arms.put("other", seeds(0.81, 0.77, 0.79, 0.78));
        arms.put("same", seeds(CONTROL));
        return arms;
    }

    /** commons-math's own paired test and Holm's steps by hand: of four arms the smallest p counts four times, the next three times. */
    @Test
    void eachArmIsPairedWithTheControlBySeed() {
        List<ArmComparison> found = ArmComparison.of(arms());
        assertEquals(List.of("better", "worse", "other", "same"), found.stream().map(ArmComparison::arm).toList());
        assertEquals(List.of("helps", "harms", "inconclusive", "inconclusive"), found.stream().map(ArmComparison::verdict).toList());
        double better = new TTest().pairedTTest(new double[] {0.84, 0.825, 0.81, 0.835}, CONTROL);
        double worse = new TTest().pairedTTest(new double[] {0.70, 0.69, 0.665, 0.70}, CONTROL);
        assertEquals(better < worse ? 4 * better : Math.max(3 * better, 4 * worse), found.get(0).adjusted(), 1e-12);
        assertEquals(worse < better ? 4 * worse : Math.max(3 * worse, 4 * better), found.get(1).adjusted(), 1e-12);
        assertEquals(1, found.get(3).adjusted());
        double mean = (0.04 + 0.045 + 0.04 + 0.045) / 4;
        double deviation = Math.sqrt(4 * 0.0025 * 0.0025 / 3);
        double half = 3.182446305 * deviation / 2; // Student's t of three degrees of freedom, 97.5 %
        assertEquals(mean, found.get(0).difference(), 1e-12);
        assertEquals(mean - half, found.get(0).interval().low(), 1e-9);
        assertEquals(mean + half, found.get(0).interval().high(), 1e-9);
        assertEquals((0.84 + 0.825 + 0.81 + 0.835) / 4, found.get(0).accuracy(), 1e-12);
    }

    @Test
    void armsHaveTheSeedsOfTheControl() {
        Map<String, Map<Long, Double>> arms = arms();
        arms.put("short", seeds(0.8, 0.7));
        assertEquals("short has the seeds [401, 402] and default has [401, 402, 403, 404]. Train those that are missing.",
                assertThrows(IllegalArgumentException.class, () -> ArmComparison.of(arms)).getMessage());
        Map<String, Map<Long, Double>> single = new LinkedHashMap<>(Map.of("default", seeds(0.8)));
        single.put("other", seeds(0.7));
        assertEquals("default has the accuracies {401=0.8} by seed; it takes two or more, and no NaN.",
                assertThrows(IllegalArgumentException.class, () -> ArmComparison.of(single)).getMessage());
        Map<String, Map<Long, Double>> broken = arms();
        broken.put("broken", seeds(0.8, Double.NaN, 0.7, 0.8));
        assertEquals("broken has the accuracies {401=0.8, 402=NaN, 403=0.7, 404=0.8} by seed; it takes two or more, and no NaN.",
                assertThrows(IllegalArgumentException.class, () -> ArmComparison.of(broken)).getMessage());
        assertEquals("A comparison takes a control and one arm or more; there are [default].",
                assertThrows(IllegalArgumentException.class, () -> ArmComparison.of(Map.of("default", seeds(CONTROL)))).getMessage());
    }
}
