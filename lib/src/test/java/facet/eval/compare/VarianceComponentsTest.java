package facet.eval.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.inference.TTest;
import org.junit.jupiter.api.Test;

class VarianceComponentsTest {

    private static final VarianceComponents COMPONENTS = new VarianceComponents(0.0009, 0.14);

    @Test
    void findsTheVarianceBetweenSeedsApartFromThatOfTriplets() {
        Random random = new Random(5);
        double[] ease = random.doubles(400).map(x -> 0.3 + 0.4 * x).toArray();
        List<SeedScores> runs = new ArrayList<>();
        for (int seed = 0; seed < 200; seed++) {
            double luck = 0.05 * random.nextGaussian();
            Map<String, Double> scores = new HashMap<>();
            IntStream.range(0, ease.length).forEach(person -> scores.put("" + person, random.nextDouble() < ease[person] + luck ? 1.0 : 0.0));
            runs.add(new SeedScores(seed, scores));
        }
        VarianceComponents found = VarianceComponents.of(runs);
        assertEquals(0.05 * 0.05, found.seeds(), 0.0006);
        assertEquals(0.25, found.triplets(), 0.005, "of coins of about 0.5");
    }

    @Test
    void powerIsHowOftenAStudyFindsTheDifference() {
        Random random = new Random(6);
        double deviation = Math.sqrt(0.0009 + 0.14 / 340);
        int found = 0;
        for (int study = 0; study < 4000; study++) {
            double[] first = random.doubles(8).map(x -> 0.05 + deviation * random.nextGaussian()).toArray();
            double[] second = random.doubles(8).map(x -> deviation * random.nextGaussian()).toArray();
            found += new TTest().tTest(first, second) < 0.05 ? 1 : 0;
        }
        assertEquals(found / 4000.0, COMPONENTS.power(8, 340, 0.05), 0.03);
        assertEquals(0.05, COMPONENTS.power(8, 340, 0), 1e-12);
    }

    @Test
    void moreTripletsNeedFewerRuns() {
        assertTrue(COMPONENTS.runs(11, 0.05, 0.8) > COMPONENTS.runs(101, 0.05, 0.8));
        int enough = COMPONENTS.runs(340, 0.05, 0.8);
        assertTrue(COMPONENTS.power(enough, 340, 0.05) >= 0.8 && COMPONENTS.power(enough - 1, 340, 0.05) < 0.8);
        assertEquals("More than 1000 runs of each network are needed to find a difference of 1.0E-4. Look for a larger one.",
                assertThrows(IllegalArgumentException.class, () -> COMPONENTS.runs(340, 0.0001, 0.8)).getMessage());
    }

    @Test
    void runsAreOfTheSameTriplets() {
        List<SeedScores> other = List.of(new SeedScores(1, Map.of("a", 1.0)), new SeedScores(2, Map.of("b", 1.0)));
        assertEquals("The variance between seeds needs two runs or more on the same triplets.",
                assertThrows(IllegalArgumentException.class, () -> VarianceComponents.of(other)).getMessage());
        assertEquals(new VarianceComponents(2, 3), VarianceComponents.mean(new VarianceComponents(1, 4), new VarianceComponents(3, 2)));
    }
}
