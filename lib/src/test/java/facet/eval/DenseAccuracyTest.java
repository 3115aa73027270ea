package facet.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.commons.math3.stat.StatUtils;
import org.junit.jupiter.api.Test;

/** Against three loops over explicit triplets. */
class DenseAccuracyTest {

    /** People with 1 to 5 images about their own middle; where coordinates are rounded, many distances tie. */
    private static Map<String, float[][]> people(Random random, int count, boolean ties) {
        Map<String, float[][]> people = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            float[] middle = vector(random, new float[3], 1);
            float[][] images = new float[i % 5 + 1][];
            for (int k = 0; k < images.length; k++) {
                images[k] = vector(random, middle, 0.8);
                for (int d = 0; ties && d < 3; d++) {
                    images[k][d] = Math.round(images[k][d]);
                }
            }
            people.put("p" + i, images);
        }
        return people;
    }

    private static float[] vector(Random random, float[] middle, double scatter) {
        float[] vector = new float[middle.length];
        for (int d = 0; d < vector.length; d++) {
            vector[d] = (float) (middle[d] + scatter * random.nextGaussian());
        }
        return vector;
    }

    private static double naive(Map<String, float[][]> people, String person) {
        double correct = 0;
        double triplets = 0;
        float[][] own = people.get(person);
        for (int a = 0; a < own.length; a++) {
            for (int p = 0; p < own.length; p++) {
                for (String stranger : people.keySet()) {
                    for (float[] negative : a == p || stranger.equals(person) ? new float[0][] : people.get(stranger)) {
                        double ap = EuclideanDistance.between(own[a], own[p]);
                        double an = EuclideanDistance.between(own[a], negative);
                        correct += ap < an ? 1 : ap == an ? 0.5 : 0;
                        triplets++;
                    }
                }
            }
        }
        return correct / triplets;
    }

    private static double naiveMean(Map<String, float[][]> people) {
        return people.keySet().stream().filter(person -> people.get(person).length > 1).mapToDouble(person -> naive(people, person)).average().orElseThrow();
    }

    @Test
    void eachPersonsAccuracyIsThatOfAllTheirTriplets() {
        for (boolean ties : new boolean[] {false, true}) {
            Map<String, float[][]> people = people(new Random(1), 17, ties);
            DenseAccuracy dense = DenseAccuracy.of(people);
            assertEquals(people.keySet().stream().filter(person -> people.get(person).length > 1).toList(), dense.people().stream().map(PersonAccuracy::person).toList());
            for (PersonAccuracy person : dense.people()) {
                int images = people.get(person.person()).length;
                assertEquals(images * (images - 1), person.pairs());
                assertEquals(naive(people, person.person()), person.accuracy(), 1e-12, person.person());
            }
            assertEquals(naiveMean(people), dense.mean(), 1e-12);
            long all = people.values().stream().mapToLong(images -> images.length).sum();
            assertEquals(all, dense.images());
            assertEquals(people.values().stream().mapToLong(images -> images.length * (images.length - 1L) * (all - images.length)).sum(), dense.triplets());
        }
    }

    /** The jackknife, with each person taken out of the people and everything measured anew. */
    @Test
    void theStandardErrorLeavesEachPersonOutInBothRoles() {
        Map<String, float[][]> people = people(new Random(2), 14, true);
        double[] means = people.keySet().stream().mapToDouble(left -> {
            Map<String, float[][]> others = new LinkedHashMap<>(people);
            others.remove(left);
            return naiveMean(others);
        }).toArray();
        double squares = 0;
        for (double mean : means) {
            squares += (mean - StatUtils.mean(means)) * (mean - StatUtils.mean(means));
        }
        DenseAccuracy dense = DenseAccuracy.of(people);
        assertEquals(Math.sqrt(squares * 13 / 14), dense.standardError(), 1e-12);
        assertTrue(dense.interval().contains(dense.mean()) && dense.interval().high() - dense.mean() > 1.96 * dense.standardError());
    }

    /** What the standard error is for: the means of other people, drawn anew 300 times, scatter as much or a little less. That of the anchors alone is too small. */
    @Test
    void otherPeoplesMeansScatterAboutAsMuchAsItSays() {
        List<Double> means = new ArrayList<>();
        double variance = 0;
        double ofAnchors = 0;
        for (int seed = 0; seed < 300; seed++) {
            DenseAccuracy dense = DenseAccuracy.of(people(new Random(seed), 25, false));
            means.add(dense.mean());
            variance += dense.standardError() * dense.standardError() / 300;
            ofAnchors += StatUtils.variance(dense.people().stream().mapToDouble(PersonAccuracy::accuracy).toArray()) / dense.people().size() / 300;
        }
        double scatter = Math.sqrt(StatUtils.variance(means.stream().mapToDouble(mean -> mean).toArray()));
        assertEquals(1.1, Math.sqrt(variance) / scatter, 0.15);
        assertTrue(Math.sqrt(ofAnchors) < 0.92 * scatter, Math.sqrt(ofAnchors) + " and " + scatter);
    }

    @Test
    void peopleWhoAreFarApartAreAllCorrectAndOneImageForAllIsATie() {
        Map<String, float[][]> apart = new LinkedHashMap<>();
        Map<String, float[][]> alike = new LinkedHashMap<>();
        for (int i = 0; i < 4; i++) {
            apart.put("p" + i, new float[][] {{10 * i}, {10 * i + 1}});
            alike.put("p" + i, new float[][] {{1}, {1}});
        }
        assertEquals(1, DenseAccuracy.of(apart).mean());
        assertEquals(new Interval(1, 1), DenseAccuracy.of(apart).interval());
        assertEquals(0.5, DenseAccuracy.of(alike).mean());
    }

    @Test
    void twoPeopleAreTooFewAndNaNHasNoDistance() {
        Map<String, float[][]> people = new LinkedHashMap<>(Map.of("a", new float[][] {{1}, {2}}, "b", new float[][] {{3}, {4}}, "c", new float[][] {{5}}));
        assertEquals("A dense evaluation needs 3 people with two images or more, not 2.",
                assertThrows(IllegalArgumentException.class, () -> DenseAccuracy.of(people)).getMessage());
        people.put("d", new float[][] {{Float.NaN}, {1}});
        assertTrue(assertThrows(IllegalArgumentException.class, () -> DenseAccuracy.of(people)).getMessage().endsWith("has NaN: it has no distance."));
    }
}
