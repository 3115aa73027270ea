package facet.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import facet.model.net.FeaturePyramid;
import facet.model.net.Head;
import facet.model.net.PooledPyramid;
import facet.model.net.PrecisionCast;
import facet.model.net.PyramidTaps;
import facet.model.net.ResNet50;
import facet.model.net.TrainedPart;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * What the stages that training spares give for an image, in one row of numbers that never change: the image's size, then of their maps what is seen of them. Where a
 * pyramid averages its level first ({@link PooledPyramid}) that is the windows of the maps below the last spared one, and this one, channels last; else
 * each map that it sees, channels last; of a linear layer, and where nothing stands on the backbone, that is the last map alone.
 *
 * @param backbone of which at least one part is spared
 * @param head what stands on the backbone; null without
 * @param whole whether the head sees whole maps, and not their windows
 * @param casts between the maps' precision and float32
 */
public record SparedStages(ResNet50 backbone, Head head, boolean whole, PrecisionCast casts) {

    private static final int STEM = -1; // its map stands before C2, which is 0
    private static final int STEM_CHANNELS = 64;

    /** Makes them; throws an IllegalArgumentException for windows of a linear layer, which stands on a frozen backbone alone: its windows need no stage. */
    public SparedStages {
        if (head != null && !whole && !(head instanceof FeaturePyramid)) {
            throw new IllegalArgumentException("Only a pyramid has windows of maps that are trained.");
        }
    }

    /** @return the shape [length] of the row of an image of size x size pixels */
    public Shape shape(int imageSize) {
        Shape[] sizes = sizes(imageSize);
        return new Shape(1 + windows() + IntStream.rangeClosed(first(), last()).mapToLong(map -> shape(sizes, map).size()).sum());
    }

    /** Computes the rows [N, length], float32, of images [N, 3, S, S]. */
    public NDArray rows(ParameterStore store, NDArray images) {
        long n = images.getShape().get(0);
        Shape[] sizes = sizes((int) images.getShape().get(2));
        try (NDList maps = backbone.run(store, images, 0, spared(), false);
                NDArray size = images.getManager().full(new Shape(n, 1), images.getShape().get(2), DataType.FLOAT32);
                NDList parts = new NDList(size)) {
            if (windows() > 0) {
                parts.add(PooledPyramid.windows(pyramid(), casts, sizes, maps.subNDList(0, maps.size() - 1), 0, false).reshape(n, -1));
            }
            for (int map = first(); map <= last(); map++) {
                try (NDArray wide = casts.widen(maps.get(Math.max(0, map)), false); NDArray channelsLast = wide.transpose(0, 2, 3, 1)) {
                    parts.add(channelsLast.reshape(n, -1));
                }
            }
            return NDArrays.concat(parts, 1);
        }
    }

    /**
     * Runs the other stages on rows [N, length], and pools what the head sees.
     *
     * @param ofWindows takes the windows [N, 9, channels] of all maps, where they are averaged first, and leaves them open
     * @param ofMaps takes the maps from the head's first on to C5 (C5 alone without a head), where they are not, and leaves them open
     */
    NDArray finish(ParameterStore store, NDArray rows, boolean training, UnaryOperator<NDArray> ofWindows, Function<NDList, NDArray> ofMaps) {
        Shape[] sizes = sizes(imageSize(rows));
        try (NDList kept = maps(rows, sizes, training);
                NDList above = backbone.run(store, kept.get(kept.size() - 1), spared(), TrainedPart.PARTS, training)) {
            NDList seen = new NDList(kept);
            seen.addAll(above);
            if (head == null || whole) {
                return ofMaps.apply(seen.subNDList(head == null ? seen.size() - 1 : head.target() - first()));
            }
            try (NDArray windows = windows(rows, sizes, seen, training)) {
                return ofWindows.apply(windows);
            }
        }
    }

    /** The maps that are kept whole, from the numbers of their rows. */
    private NDList maps(NDArray rows, Shape[] sizes, boolean training) {
        NDList maps = new NDList();
        long from = 1 + windows();
        for (int map = first(); map <= last(); map++) {
            Shape shape = shape(sizes, map);
            long to = from + shape.size();
            try (NDArray flat = rows.get(new NDIndex(":, {}:{}", from, to));
                    NDArray channelsLast = flat.reshape(rows.getShape().get(0), shape.get(2), shape.get(3), shape.get(1));
                    NDArray wide = channelsLast.transpose(0, 3, 1, 2)) {
                maps.add(casts.narrow(wide, training));
            }
            from = to;
        }
        return maps;
    }

    private static int imageSize(NDArray rows) {
        try (NDArray first = rows.get(0).get(0)) {
            return first.toArray()[0].intValue();
        }
    }

    /** The windows of all maps: those of the row, and those of the last spared map and of the ones above. */
    private NDArray windows(NDArray rows, Shape[] sizes, NDList seen, boolean training) {
        NDList upper = last() == STEM ? seen.subNDList(1) : seen;
        try (NDList parts = new NDList()) {
            if (windows() > 0) {
                try (NDArray flat = rows.get(new NDIndex(":, 1:{}", 1 + windows()))) {
                    parts.add(flat.reshape(rows.getShape().get(0), PyramidTaps.TAPS, -1));
                }
            }
            parts.add(PooledPyramid.windows(pyramid(), casts, sizes, upper, Math.max(0, last()), training));
            return PooledPyramid.whole(pyramid(), sizes, parts);
        }
    }

    private FeaturePyramid pyramid() {
        return (FeaturePyramid) head;
    }

    /** How many numbers of a row are windows. */
    private int windows() {
        return head == null || whole || last() <= head.target() ? 0 : PyramidTaps.TAPS * PooledPyramid.channels(pyramid(), last());
    }

    private int spared() {
        return backbone.part().spared();
    }

    /** The last map that the spared parts give: 0 is C2. */
    private int last() {
        return spared() - 2;
    }

    /** The first map that is kept whole. */
    private int first() {
        return whole ? Math.min(head.target(), last()) : last();
    }

    private Shape[] sizes(int imageSize) {
        return backbone.getOutputShapes(new Shape[] {new Shape(1, 3, imageSize, imageSize)});
    }

    private static Shape shape(Shape[] sizes, int map) {
        return map == STEM ? new Shape(1, STEM_CHANNELS, sizes[0].get(2), sizes[0].get(3)) : sizes[map];
    }
}
