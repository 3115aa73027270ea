package facet.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The triplets of a batch that have a loss; the others lie on the flat side of the hinge and have no gradient.
 *
 * @param places of them in the batch, from 0
 * @param batch triplets in all
 */
record ActiveTriplets(int[] places, int batch) {

    /** Finds those of embeddings [3B, D]: all anchors, then all positives, then all negatives. */
    static ActiveTriplets of(NDArray embeddings, TripletLoss loss) {
        boolean[] active = loss.active(embeddings);
        return new ActiveTriplets(IntStream.range(0, active.length).filter(i -> active[i]).toArray(), active.length);
    }

    float share() {
        return (float) places.length / batch;
    }

    /** Selects their rows of an input [3B, ...], in the same order of roles; in memory as the input is, which index selection would not keep. */
    NDArray rows(NDArray input) {
        List<NDArray> rows = new ArrayList<>();
        for (int role = 0; role < 3; role++) {
            for (int place : places) {
                int row = role * batch + place;
                rows.add(input.get(new NDIndex("{}:{}", row, row + 1)));
            }
        }
        try (NDList all = new NDList(rows)) {
            return NDArrays.concat(all);
        }
    }
}
