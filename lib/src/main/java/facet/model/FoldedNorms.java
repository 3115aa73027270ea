package facet.model;

import java.util.List;

/**
 * Evaluation with each batch normalisation folded into the kernel before it, until it is closed: with fixed statistics it is linear, a
 * factor and a shift a channel. Parameters must not change meanwhile.
 */
public final class FoldedNorms implements AutoCloseable {

    private final List<ConvNorm> layers;

    FoldedNorms(List<ConvNorm> layers) {
        this.layers = layers;
        try (NoGradient off = new NoGradient()) {
            layers.forEach(ConvNorm::fold);
        }
    }

    @Override
    public void close() {
        layers.forEach(ConvNorm::unfold);
    }
}
