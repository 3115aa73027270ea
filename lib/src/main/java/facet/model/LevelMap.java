package facet.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.training.ParameterStore;
import facet.io.FacetException;
import facet.model.net.NoGradient;
import facet.model.net.UnitLength;

/** The map behind an embedding, before it is averaged: for a look at places. Training averages before the pyramid and never has it. */
public final class LevelMap {

    private LevelMap() { }

    /**
     * Computes the map whose mean over its places is the embedding, in evaluation mode. Where embeddings have length 1, it is divided by the length of its mean.
     *
     * @param images [N, 3, H, W]
     * @return [N, C, h, w], the caller's to close
     * @throws FacetException where the embedding is no average
     */
    public static NDArray of(FaceEmbedder model, ParameterStore store, NDArray images) {
        if (model.pooling() != Pooling.AVERAGE) {
            throw new FacetException("Only an average splits into places. This network pools by " + model.pooling() + ": take one with average pooling.");
        }
        try (NoGradient off = new NoGradient(); NDList maps = model.body().forward(store, new NDList(images), false)) {
            NDArray map = model.pass().level(store, maps, false);
            return model.normalized() ? divided(map) : map;
        }
    }

    /** The map is closed. */
    private static NDArray divided(NDArray map) {
        try (map; NDArray mean = Pooling.AVERAGE.apply(map); NDArray squares = mean.square(); NDArray sum = squares.sum(new int[] {1});
                NDArray safe = sum.maximum(UnitLength.SMALLEST_SQUARE); NDArray length = safe.sqrt(); NDArray divisor = length.reshape(-1, 1, 1, 1)) {
            return map.div(divisor);
        }
    }
}
