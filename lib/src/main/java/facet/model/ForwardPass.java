package facet.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import facet.io.FacetException;
import facet.model.net.Body;
import facet.model.net.Head;
import facet.model.net.PrecisionCast;
import facet.model.net.UnitLength;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * From images, or from what is kept of them, to embeddings: the backbone's maps C2..C5, the pyramid's level (C5 without a pyramid), pooling.
 *
 * @param body computes the maps; what it spares is never recorded by autograd and keeps its statistics
 * @param head the pyramid, or what stands in for it; null without one
 * @param pooling how the map becomes a vector
 * @param poolFirst whether an average, or a grid of them, is taken without computing the level ({@link Head})
 * @param normalize whether embeddings get length 1
 * @param casts between the maps' precision and float32
 */
record ForwardPass(Body body, Head head, Pooling pooling, boolean poolFirst, boolean normalize, PrecisionCast casts) {

    private static final int WINDOWS_DIMENSION = 3; // that of images is 4
    private static final int ROWS_DIMENSION = 2;

    /** Lists the parameters by torchvision's names: those of resnet_fpn_backbone, or of resnet50 without a pyramid. */
    Map<String, Parameter> named() {
        if (head == null) {
            return body.named();
        }
        Map<String, Parameter> named = new LinkedHashMap<>();
        body.named().forEach((name, parameter) -> named.put("body." + name, parameter));
        head.named().forEach((name, parameter) -> named.put(head.prefix() + "." + name, parameter));
        return named;
    }

    /** Makes the parameters' arrays, for images [N, 3, H, W]. */
    void initialize(NDManager manager, DataType type, Shape images) {
        body.initialize(manager, type, images);
        if (head != null) {
            head.initialize(manager, type, body.getOutputShapes(new Shape[] {images}));
        }
    }

    /** Computes the shape [N, D] of the embeddings of images [N, 3, H, W]. */
    Shape outputShape(Shape images) {
        Shape[] maps = body.getOutputShapes(new Shape[] {images});
        return pooling.outputShape(head == null ? maps[3] : head.getOutputShapes(maps)[0]);
    }

    /**
     * Computes embeddings [N, D] of images [N, 3, H, W], of windows [N, windows, channels] where the backbone is frozen and its level averaged, or of rows of {@link SparedStages} where else a part of it is; several inputs are one after the other.
     */
    NDArray embed(ParameterStore store, NDList inputs, boolean training) {
        if (inputs.size() == 1) {
            return embed(store, inputs.head(), training);
        }
        try (NDArray all = NDArrays.concat(inputs)) {
            return embed(store, all, training);
        }
    }

    private NDArray embed(ParameterStore store, NDArray input, boolean training) {
        NDArray pooled = switch (input.getShape().dimension()) {
            case ROWS_DIMENSION -> ofRows(store, input, training);
            case WINDOWS_DIMENSION -> ofWindows(store, input, training);
            default -> ofImages(store, input, training);
        };
        return normalize ? UnitLength.of(pooled) : pooled;
    }

    private NDArray ofWindows(ParameterStore store, NDArray windows, boolean training) {
        needWindows();
        return head.average(store, windows, training);
    }

    private NDArray ofRows(ParameterStore store, NDArray rows, boolean training) {
        SparedStages spared = sparedStages().orElseThrow(() -> new FacetException("Rows of numbers stand for images only where a part of the backbone is frozen,"
                + " and of a frozen one whose level is averaged it is windows: give images [N, 3, H, W]."));
        return spared.finish(store, rows, training, windows -> head.average(store, windows, training), seen -> pooled(store, seen, training));
    }

    private NDArray ofImages(ParameterStore store, NDArray images, boolean training) {
        try (NDList maps = body.forward(store, new NDList(images), training)) {
            if (head != null && isAveragedFirst()) {
                try (NDArray windows = head.windows(casts, maps, training)) {
                    return head.average(store, windows, training);
                }
            }
            return pooled(store, seen(maps), training);
        }
    }

    /** Of the maps C2..C5 those that the head sees, or the last one without. */
    private NDList seen(NDList maps) {
        return maps.subNDList(head == null ? maps.size() - 1 : head.target());
    }

    private NDArray pooled(ParameterStore store, NDList seen, boolean training) {
        if (head != null && poolFirst && pooling == Pooling.GRID) {
            try (NDArray fields = head.fields(store, seen, training)) {
                return Pooling.flat(fields);
            }
        }
        try (NDArray level = map(store, seen, training)) {
            return pooling.apply(level);
        }
    }

    /** Computes the map that is pooled, [N, C, h, w] in float32, of the maps C2..C5, which stay the caller's. */
    NDArray level(ParameterStore store, NDList maps, boolean training) {
        return map(store, seen(maps), training);
    }

    private NDArray map(ParameterStore store, NDList seen, boolean training) {
        if (head == null) {
            return casts.widen(seen.singletonOrThrow(), training);
        }
        try (NDArray map = head.map(store, seen, training)) {
            return casts.widen(map, training);
        }
    }

    /** Computes the windows [N, windows, channels] of images [N, 3, H, W], which a frozen backbone always gives for them: nine for a pyramid, one for a linear layer. */
    NDArray windows(ParameterStore store, NDArray images) {
        needWindows();
        try (NDList maps = body.forward(store, new NDList(images), false)) {
            return head.windows(casts, maps, false);
        }
    }

    /** Computes the shape of an image's windows, such as [9, channels]. */
    Shape windowShape() {
        needWindows();
        return head.windowShape();
    }

    private void needWindows() {
        if (!hasWindows()) {
            throw new FacetException("Pooled windows [N, windows, channels] stand for images only where the backbone is frozen and the level is averaged first:"
                    + " give images [N, 3, H, W], or build the network with a frozen backbone and average pooling.");
        }
    }

    private boolean hasWindows() {
        return body.part().stages() == 0 && isAveragedFirst();
    }

    private boolean isAveragedFirst() {
        return poolFirst && pooling == Pooling.AVERAGE;
    }

    /** Returns the stages that training spares; none where it spares none, or where all that is seen of their maps is windows. */
    Optional<SparedStages> sparedStages() {
        boolean kept = body.part().spared() > 0 && !hasWindows();
        return kept ? Optional.of(new SparedStages(body.resnet(), head, head != null && !isAveragedFirst(), casts)) : Optional.empty();
    }
}
