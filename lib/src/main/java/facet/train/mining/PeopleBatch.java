package facet.train.mining;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.SparseFormat;
import facet.data.Person;
import facet.data.Triplet;
import facet.eval.EuclideanDistance;
import facet.train.StepBatch;
import facet.train.StepTriplets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A batch of people, as many images of each. Their embeddings say which triplets are trained on.
 *
 * @param people with the images that were drawn of them
 * @param choice of the triplets
 */
record PeopleBatch(List<Person> people, TripletChoice choice) implements StepBatch {

    @Override
    public List<Path> images() {
        return people.stream().flatMap(person -> person.images().stream()).toList();
    }

    @Override
    public StepTriplets triplets(NDArray embeddings) {
        List<MinedTriplet> mined = choice.of(distances(embeddings), each());
        return new StepTriplets(mined.stream().map(this::named).toList(), rows(embeddings, mined));
    }

    private int each() {
        return people.get(0).images().size();
    }

    private Triplet named(MinedTriplet mined) {
        Person person = people.get(mined.anchor() / each());
        List<Path> images = images();
        return new Triplet(person.name(), person.kind(), images.get(mined.anchor()), images.get(mined.positive()), images.get(mined.negative()));
    }

    /** Computes the Euclidean distances [N][N] of embeddings [N, D]. */
    static double[][] distances(NDArray embeddings) {
        int rows = Math.toIntExact(embeddings.getShape().get(0));
        float[] values = embeddings.toFloatArray();
        int length = values.length / rows;
        float[][] vectors = IntStream.range(0, rows).mapToObj(row -> Arrays.copyOfRange(values, row * length, (row + 1) * length)).toArray(float[][]::new);
        double[][] distances = new double[rows][rows];
        for (int a = 0; a < rows; a++) {
            for (int b = 0; b < a; b++) {
                distances[a][b] = EuclideanDistance.between(vectors[a], vectors[b]);
                distances[b][a] = distances[a][b];
            }
        }
        return distances;
    }

    /** Selects the embeddings [3T, D] of triplets, anchors, positives, negatives, from those [N, D] of the images. */
    static NDArray rows(NDArray embeddings, List<MinedTriplet> triplets) {
        long[] places = Stream.<ToIntFunction<MinedTriplet>>of(MinedTriplet::anchor, MinedTriplet::positive, MinedTriplet::negative)
                .flatMapToInt(role -> triplets.stream().mapToInt(role)).asLongStream().toArray();
        // An embedding layer's rows: of the ways to take rows, the one whose gradients PyTorch adds up in a fixed order, so that a resumed run has the same bits.
        NDArray index = embeddings.getManager().create(places); // held until the step ends: the backward pass reads it
        return index.getNDArrayInternal().embedding(index, embeddings, SparseFormat.DENSE).singletonOrThrow();
    }
}
