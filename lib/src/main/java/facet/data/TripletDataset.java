package facet.data;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.training.dataset.RandomAccessDataset;
import ai.djl.training.dataset.Record;
import ai.djl.util.Progress;
import facet.data.image.ImageLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * Triplets as a DJL data set, for a training program of one's own: a record holds anchor, positive and negative, [3, H, W] each, so a
 * batch three arrays [B, 3, H, W]. A triplet's roles are its places; the label, which DJL's EasyTrain wants to see, is its index.
 */
public final class TripletDataset extends RandomAccessDataset {

    private final List<Triplet> triplets;
    private final ImageLoader loader;

    private TripletDataset(Builder builder) {
        super(builder);
        triplets = builder.triplets;
        loader = builder.loader;
    }

    /** @return a builder */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public Record get(NDManager manager, long index) {
        NDList images = new NDList();
        for (Path file : triplets.get(Math.toIntExact(index)).images()) {
            try (NDArray one = loader.batch(manager, List.of(loader.load(file)))) {
                images.add(one.squeeze(0));
            }
        }
        return new Record(images, new NDList(manager.create((float) index)));
    }

    @Override
    protected long availableSize() {
        return triplets.size();
    }

    /** Does nothing: files are read when a record is. */
    @Override
    public void prepare(Progress progress) { }

    /** Settings of a {@link TripletDataset}. */
    public static final class Builder extends BaseBuilder<Builder> {

        private List<Triplet> triplets;
        private ImageLoader loader;

        private Builder() { }

        /** Sets the triplets, such as those of {@link TripletSplit#train}. */
        public Builder setTriplets(List<Triplet> value) {
            triplets = List.copyOf(value);
            return this;
        }

        /** Sets the loader of the images, and so their size. */
        public Builder setLoader(ImageLoader value) {
            loader = value;
            return this;
        }

        /** @return the data set */
        public TripletDataset build() {
            Objects.requireNonNull(triplets, "setTriplets is missing");
            Objects.requireNonNull(loader, "setLoader is missing");
            return new TripletDataset(this);
        }

        @Override
        protected Builder self() {
            return this;
        }
    }
}
