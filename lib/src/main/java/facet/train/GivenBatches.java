package facet.train;

import ai.djl.ndarray.NDArray;
import facet.data.Triplet;
import facet.data.TripletSet;
import java.nio.file.Path;
import java.util.List;

/** The training triplets as the split has them, each once an epoch, in a new order ({@link EpochOrder}): the paper's. */
public final class GivenBatches implements EpochBatches {

    @Override
    public List<StepBatch> of(TripletSet train, int batch, long seed, int epoch) {
        return EpochOrder.of(train.triplets(), batch, seed, epoch).stream().<StepBatch>map(Given::new).toList();
    }

    @Override
    public EpochWork work(TripletSet train, int batch) {
        return EpochWork.ofTriplets(train.size(), batch);
    }

    @Override
    public boolean areGiven() {
        return true;
    }

    private record Given(List<Triplet> triplets) implements StepBatch {

        @Override
        public List<Path> images() {
            return EpochOrder.images(triplets);
        }

        @Override
        public StepTriplets triplets(NDArray embeddings) {
            return new StepTriplets(triplets, embeddings);
        }
    }
}
