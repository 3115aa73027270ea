package facet.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import facet.model.net.FeaturePyramid;
import facet.model.net.PooledPyramid;
import facet.model.net.PrecisionCast;
import facet.model.net.PyramidTaps;
import facet.model.net.ResNet50;
import facet.model.net.TrainedPart;

/**
 * What the stages that training spares give for an image, in one row of numbers that never change: the image's size, the windows of the maps below the last spared one
 * where a pyramid averages them ({@link PooledPyramid}), and the last spared map, channels last.
 *
 * @param backbone of which one to four parts are spared
 * @param pyramid null without one
 * @param casts between the maps' precision and float32
 */
public record SparedStages(ResNet50 backbone, FeaturePyramid pyramid, PrecisionCast casts) {

    private static final int STEM_CHANNELS = 64;

    /** @return the shape [length] of the row of an image of size x size pixels */
    public Shape shape(int imageSize) {
        return new Shape(1 + windows() + lastShape(sizes(imageSize)).size());
    }

    /** Images [N, 3, S, S] to their rows [N, length], float32. */
    public NDArray rows(ParameterStore store, NDArray images) {
        long n = images.getShape().get(0);
        Shape[] sizes = sizes((int) images.getShape().get(2));
        try (NDList maps = backbone.run(store, images, 0, spared(), false);
                NDArray wide = casts.widen(maps.get(maps.size() - 1), false);
                NDArray last = wide.transpose(0, 2, 3, 1);
                NDArray size = images.getManager().full(new Shape(n, 1), images.getShape().get(2), wide.getDataType());
                NDList parts = new NDList(size)) {
            if (windows() > 0) {
                parts.add(PooledPyramid.windows(pyramid, casts, sizes, maps.subNDList(0, maps.size() - 1), 0, false).reshape(n, -1));
            }
            parts.add(last.reshape(n, -1));
            return NDArrays.concat(parts, 1);
        }
    }

    /** Rows [N, length] to the windows [N, 9, channels] of all maps; to the map C5 where there is no pyramid. */
    NDArray finish(ParameterStore store, NDArray rows, boolean training) {
        long n = rows.getShape().get(0);
        Shape[] sizes = sizes(imageSize(rows));
        Shape shape = lastShape(sizes);
        try (NDArray flat = rows.get(new NDIndex(":, {}:", 1 + windows()));
                NDArray channelsLast = flat.reshape(n, shape.get(2), shape.get(3), shape.get(1));
                NDArray wide = channelsLast.transpose(0, 3, 1, 2);
                NDArray map = casts.narrow(wide, training);
                NDList maps = backbone.run(store, map, spared(), TrainedPart.PARTS, training)) {
            if (pyramid == null) {
                NDArray last = maps.get(maps.size() - 1);
                maps.remove(last);
                return last;
            }
            return windows(rows, sizes, map, maps, training);
        }
    }

    private static int imageSize(NDArray rows) {
        try (NDArray first = rows.get(0).get(0)) {
            return first.toArray()[0].intValue();
        }
    }

    private NDArray windows(NDArray rows, Shape[] sizes, NDArray map, NDList above, boolean training) {
        NDList seen = new NDList(above);
        if (spared() > 1) {
            seen.add(0, map);
        }
        try (NDList parts = new NDList()) {
            if (windows() > 0) {
                try (NDArray flat = rows.get(new NDIndex(":, 1:{}", 1 + windows()))) {
                    parts.add(flat.reshape(rows.getShape().get(0), PyramidTaps.TAPS, -1));
                }
            }
            parts.add(PooledPyramid.windows(pyramid, casts, sizes, seen, Math.max(0, spared() - 2), training));
            return PooledPyramid.whole(pyramid, sizes, parts);
        }
    }

    /** How many numbers of a row are windows. */
    private int windows() {
        int below = spared() - 2; // C2 is the first map, and the last spared one is kept whole
        return pyramid == null || below <= pyramid.target() ? 0 : PyramidTaps.TAPS * PooledPyramid.channels(pyramid, below);
    }

    private int spared() {
        return backbone.part().spared();
    }

    private Shape[] sizes(int imageSize) {
        return backbone.getOutputShapes(new Shape[] {new Shape(1, 3, imageSize, imageSize)});
    }

    private Shape lastShape(Shape[] sizes) {
        Shape c2 = sizes[0];
        return spared() == 1 ? new Shape(1, STEM_CHANNELS, c2.get(2), c2.get(3)) : sizes[spared() - 2];
    }
}
