package facet.model.cache;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import facet.data.image.Inputs;
import facet.data.image.View;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Iterator;
import java.util.List;

/** Batches of what was computed of images before, [N, shape of one], float32. */
final class FeatureInputs implements Inputs {

    private final Shape shape;
    private final DataType type;
    private final ViewCache features;
    private ByteBuffer staging = ByteBuffer.allocateDirect(0);

    /**
     * Features of images and their mirrored views.
     *
     * @param shape of one image's
     * @param type how they are kept: float32 or float16
     */
    FeatureInputs(Shape shape, DataType type, ViewCache features) {
        this.shape = shape;
        this.type = type;
        this.features = features;
    }

    @Override
    public Feed views(List<List<View>> batches) {
        Iterator<List<View>> next = batches.iterator();
        return new Feed() {
            @Override
            public NDArray next(NDManager manager) {
                return batch(manager, next.next());
            }

            @Override
            public void close() { }
        };
    }

    private synchronized NDArray batch(NDManager manager, List<View> images) {
        int length = Math.toIntExact(images.size() * shape.size() * type.getNumOfBytes());
        if (staging.capacity() < length) {
            staging = ByteBuffer.allocateDirect(length);
        }
        ByteBuffer all = staging.slice(0, length).order(ByteOrder.nativeOrder());
        images.forEach(image -> all.put(features.bytes(image)));
        try (NDArray rows = manager.create(all.rewind(), new Shape(images.size()).addAll(shape), type)) {
            // An array of a buffer lives in it, and the next batch overwrites it.
            return type == DataType.FLOAT32 ? rows.duplicate() : rows.toType(DataType.FLOAT32, false);
        }
    }
}
