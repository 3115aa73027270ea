package facet.model.net;

import java.util.ArrayList;
import java.util.List;

/**
 * Evaluation with each batch normalisation folded into the kernel before it, until it is closed: with fixed statistics it is linear, a
 * factor and a shift a channel. Parameters must not change meanwhile. Inside another one it does nothing: the layers are folded already.
 */
public final class FoldedNorms implements AutoCloseable {

    private final List<ConvNorm> folded = new ArrayList<>(); // by this one

    public FoldedNorms(List<ConvNorm> layers) {
        try (NoGradient off = new NoGradient()) {
            for (ConvNorm layer : layers) {
                if (!layer.isFolded()) {
                    folded.add(layer);
                    layer.fold();
                }
            }
        } catch (RuntimeException | Error e) { // such as native memory that ran out
            close();
            throw e;
        }
    }

    @Override
    public void close() {
        folded.forEach(ConvNorm::unfold);
        folded.clear();
    }
}
