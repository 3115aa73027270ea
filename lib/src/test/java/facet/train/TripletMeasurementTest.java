package facet.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import facet.data.Triplet;
import facet.data.TripletSet;
import facet.eval.EuclideanDistance;
import facet.eval.Measurements;
import facet.eval.TripletDistances;
import facet.io.Progress;
import facet.model.EmbeddingSource;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TripletMeasurementTest {

    private static final Path A = Path.of("a");
    private static final Path P = Path.of("p");
    private static final Path N = Path.of("n");

    /** 1, 2, 2 is 3 away from the origin, 2, 3, 6 is 7 away. */
    @Test
    void distancesAreEuclidean() {
        Map<Path, float[]> at = Map.of(A, new float[3], P, new float[] {1, 2, 2}, N, new float[] {2, 3, 6});
        EmbeddingSource source = (images, progress, receiver) -> images.forEach(image -> receiver.take(image, at.get(image)));
        List<TripletSet> sets = List.of(new TripletSet("one", List.of(new Triplet("g", "ordinary", A, P, N))),
                new TripletSet("other", List.of(new Triplet("h", "twinlike", A, N, P))));
        assertEquals(new Measurements(Map.of("one", List.of(new TripletDistances("g", "ordinary", 3, 7)), "other", List.of(new TripletDistances("h", "twinlike", 7, 3)))),
                TripletMeasurement.measure(source, sets, Progress.silent()));
    }

    @Test
    void rowsThatAreNotThoseOfTheTripletsAreRefused() {
        List<Triplet> two = List.of(new Triplet("g", "ordinary", A, P, N), new Triplet("h", "ordinary", A, N, P));
        String notTriplets = " embeddings. Give a multiple of 3: all anchors, then all positives, then all negatives.";
        Map<Integer, String> says = Map.of(7, "There are 7" + notTriplets, 8, "There are 8" + notTriplets,
                3, "There are 2 triplets and the embeddings of 1.", 9, "There are 2 triplets and the embeddings of 3.");
        try (NDManager manager = NDManager.newBaseManager()) {
            says.forEach((rows, sentence) -> assertEquals(sentence, assertThrows(IllegalArgumentException.class,
                    () -> TripletMeasurement.of(two, manager.ones(new Shape(rows, 5)))).getMessage()));
            assertEquals(2, TripletMeasurement.of(two, manager.ones(new Shape(6, 5))).size());
        }
    }

    /** Training's distance is computed in float by PyTorch, the measured one in double: of one pair they differ by less than a millionth. */
    @Test
    void whatTrainsIsWhatIsMeasured() {
        Random random = new Random(5);
        for (float scale : new float[] {0.01f, 1, 1000}) {
            float[] values = new float[3 * 2048];
            for (int i = 0; i < values.length; i++) {
                values[i] = scale * random.nextFloat();
            }
            float[][] rows = IntStream.range(0, 3).mapToObj(row -> Arrays.copyOfRange(values, row * 2048, (row + 1) * 2048)).toArray(float[][]::new);
            try (NDManager manager = NDManager.newBaseManager()) {
                TripletDistances trains = TripletMeasurement.of(List.of(new Triplet("g", "ordinary", A, P, N)), manager.create(values, new Shape(3, 2048))).get(0);
                assertEquals(1, trains.anchorPositive() / EuclideanDistance.between(rows[0], rows[1]), 1e-6);
                assertEquals(1, trains.anchorNegative() / EuclideanDistance.between(rows[0], rows[2]), 1e-6);
            }
        }
    }
}
