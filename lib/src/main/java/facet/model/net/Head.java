package facet.model.net;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import java.util.Map;

/**
 * What stands on a backbone's maps C2..C5 and makes one map [N, 256, H, W] of them. No nonlinearity is in it, so that the average of that map can be had from
 * sums over places of the maps, the pooled windows, which never change where the backbone is frozen. For the same reason the means over the fields of a
 * grid can be taken before the last convolution ({@link PooledGrid}).
 */
public interface Head extends Block {

    /** Builds the pyramid of a level, or without one the linear layer, on a {@link Body} whose C2 has so many channels. */
    static Head of(Level level, int finest, PrecisionCast casts) {
        return level == Level.NONE ? new LinearHead(finest, casts) : new FeaturePyramid(level, finest, casts);
    }

    /** @return its parameters by their names below {@link #prefix} */
    Map<String, Parameter> named();

    /** @return the name that stands before its parameters' in a network, such as fpn */
    String prefix();

    /** @return the finest of the maps that it sees: 0 is C2, 3 is C5 */
    int target();

    /** Computes its map [N, 256, H, W] from the maps that it sees, those from its target's on to C5, which stay the caller's. */
    NDArray map(ParameterStore store, NDList seen, boolean training);

    /** Computes the means [N, 256, rows, columns] of that map over the fields of a grid ({@link GridFields}), not narrow; a pyramid does not compute the map for it, and convolves the means, in bf16 too, in float32. */
    NDArray fields(ParameterStore store, NDList seen, boolean training);

    /** @return the shape of an image's windows, such as [9, channels] */
    Shape windowShape();

    /** Computes the windows [N, windows, channels] of the maps C2..C5, which stay the caller's. */
    NDArray windows(PrecisionCast casts, NDList maps, boolean training);

    /** Computes the average [N, 256] of its map from windows. */
    NDArray average(ParameterStore store, NDArray windows, boolean training);
}
