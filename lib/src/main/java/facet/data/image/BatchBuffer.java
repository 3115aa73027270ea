package facet.data.image;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import facet.io.FacetException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;

/** Makes batches of resized images through one piece of native memory: Java gives it back too late to take another each time. */
final class BatchBuffer {

    private final int size;
    private ByteBuffer memory = ByteBuffer.allocateDirect(0);

    /** Makes a buffer for images of size x size pixels. */
    BatchBuffer(int size) {
        this.size = size;
    }

    /** Throws a FacetException where a batch of so many images takes more than 2 GB, the most that a Java buffer holds. */
    void check(int images) {
        long most = Integer.MAX_VALUE / imageBytes();
        if (images > most) {
            throw new FacetException("A batch of " + images + " images at " + size + " x " + size + " pixels takes more than 2 GB. Take "
                    + (most > 0 ? "at most " + most + " images in a batch, or " : "") + "smaller images.");
        }
    }

    private long imageBytes() {
        return (long) size * size * 3 * Float.BYTES;
    }

    /** @return [N, 3, size, size], normalised, of N images of size * size * 3 bytes; in memory channels come last */
    synchronized NDArray batch(NDManager manager, List<byte[]> images) {
        check(images.size());
        reserve(images.size());
        float[] one = new float[size * size * 3];
        ByteBuffer all = memory.slice(0, images.size() * one.length * Float.BYTES).order(ByteOrder.nativeOrder());
        FloatBuffer floats = all.asFloatBuffer();
        for (byte[] image : images) {
            for (int i = 0; i < one.length; i++) {
                one[i] = ImageNetColours.NORMALISED[i % 3][image[i] & 0xFF];
            }
            floats.put(one);
        }
        // An array of a buffer lives in Java's memory, and its views dangle once it is closed: so the view is of a copy.
        try (NDArray rows = manager.create(all, new Shape(images.size(), size, size, 3), DataType.FLOAT32);
                NDArray copy = rows.duplicate()) {
            return copy.transpose(0, 3, 1, 2);
        }
    }

    private void reserve(int images) {
        int length = Math.toIntExact(images * imageBytes());
        if (memory.capacity() < length) {
            try {
                memory = ByteBuffer.allocateDirect(length);
            } catch (OutOfMemoryError e) {
                throw new FacetException("There is too little memory for a batch of " + images + " images at " + size + " x " + size
                        + " pixels. Take fewer or smaller images, or " + ImageLimits.moreMemory(2 * Runtime.getRuntime().maxMemory()), e);
            }
        }
    }
}
