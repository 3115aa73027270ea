package facet.train.mining;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import facet.data.Person;
import facet.data.Triplet;
import facet.train.StepTriplets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PeopleBatchTest {

    private static final PeopleBatch TWO = new PeopleBatch(Stream.of("Anna", "Bea").map(name -> new Person(name, "ordinary", List.of(Path.of(name, "1"), Path.of(name, "2")))).toList(),
            new BatchHard());

    @Test
    void tripletsHaveTheNamesOfTheirAnchorsAndTheirOwnImages() {
        try (NDManager manager = NDManager.newBaseManager()) {
            float[] places = {0, 0, 2, 0, 1, 0, 5, 0}; // on a line: Anna at 0 and 2, Bea at 1 and 5
            StepTriplets found = TWO.triplets(manager.create(places, new Shape(4, 2)));
            assertEquals(List.of(triplet("Anna", "Anna/1", "Anna/2", "Bea/1"), triplet("Anna", "Anna/2", "Anna/1", "Bea/1"),
                    triplet("Bea", "Bea/1", "Bea/2", "Anna/1"), triplet("Bea", "Bea/2", "Bea/1", "Anna/2")), found.triplets());
            assertArrayEquals(new float[] {0, 0, 2, 0, 1, 0, 5, 0, 2, 0, 0, 0, 5, 0, 1, 0, 1, 0, 1, 0, 0, 0, 2, 0}, found.embeddings().toFloatArray());
            assertEquals(new Shape(12, 2), found.embeddings().getShape());
        }
    }

    private static Triplet triplet(String name, String anchor, String positive, String negative) {
        return new Triplet(name, "ordinary", Path.of(anchor), Path.of(positive), Path.of(negative));
    }

    /** An image that stands in several triplets has the sum of their gradients. */
    @Test
    void gradientsOfTripletsAddUpAtTheirImages() {
        int length = 3;
        List<MinedTriplet> triplets = List.of(new MinedTriplet(0, 1, 3), new MinedTriplet(1, 0, 3), new MinedTriplet(3, 2, 0));
        double[] weights = new Random(1).doubles(9L * length).toArray();
        try (NDManager manager = NDManager.newBaseManager()) {
            NDArray embeddings = manager.create(new Random(2).doubles(4L * length).toArray(), new Shape(4, length));
            embeddings.setRequiresGradient(true);
            try (GradientCollector gradients = Engine.getInstance().newGradientCollector()) {
                gradients.backward(PeopleBatch.rows(embeddings, triplets).mul(manager.create(weights, new Shape(9, length))).sum());
            }
            double[] expected = new double[4 * length];
            for (int role = 0; role < 3; role++) {
                for (int t = 0; t < 3; t++) {
                    MinedTriplet triplet = triplets.get(t);
                    int row = new int[] {triplet.anchor(), triplet.positive(), triplet.negative()}[role];
                    for (int i = 0; i < length; i++) {
                        expected[row * length + i] += weights[(role * 3 + t) * length + i];
                    }
                }
            }
            assertArrayEquals(expected, embeddings.getGradient().toDoubleArray(), 1e-12);
        }
    }

    /** PyTorch adds the gradients of long rows up in several threads: in whatever order they come, the sums of floats would differ. */
    @Test
    void gradientsHaveTheSameBitsEachTime() {
        Random random = new Random(3);
        List<MinedTriplet> triplets = random.ints(3000, 0, 3).mapToObj(row -> new MinedTriplet(row, (row + 1) % 4, 3)).toList();
        float[] first = gradient(triplets);
        for (int i = 0; i < 5; i++) {
            assertArrayEquals(first, gradient(triplets));
        }
    }

    private static float[] gradient(List<MinedTriplet> triplets) {
        try (NDManager manager = NDManager.newBaseManager()) {
            NDArray embeddings = manager.arange(4 * 512).sin().reshape(new Shape(4, 512));
            embeddings.setRequiresGradient(true);
            NDArray weights = manager.arange(9000 * 512).cos().reshape(new Shape(9000, 512));
            try (GradientCollector gradients = Engine.getInstance().newGradientCollector()) {
                gradients.backward(PeopleBatch.rows(embeddings, triplets).mul(weights).sum());
            }
            return embeddings.getGradient().toFloatArray();
        }
    }

    @Test
    void distancesAreEuclidean() {
        try (NDManager manager = NDManager.newBaseManager()) {
            double[][] distances = PeopleBatch.distances(manager.create(new float[] {0, 0, 3, 4, 3, 0}, new Shape(3, 2)));
            assertArrayEquals(new double[][] {{0, 5, 3}, {5, 0, 4}, {3, 4, 0}}, distances);
        }
    }
}
