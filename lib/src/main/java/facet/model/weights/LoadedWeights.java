package facet.model.weights;

import java.util.ArrayList;
import java.util.List;

/**
 * What a network took from a file of weights, and what not.
 *
 * @param name the weights, as an experiment names them
 * @param unused the file's tensors that no parameter took; not among them what a network without a classifier never needs: fc, num_batches_tracked, momentum and
 *     torchvision's extra blocks
 * @param missing the parameters that the file does not hold, which start from random numbers: none, the whole pyramid, or the linear layer in its place
 */
public record LoadedWeights(String name, List<String> unused, List<String> missing) {

    private static final int NAMED = 3;

    /** @return notes for whoever loaded the file, a sentence each; nothing where all is as the file's name promises */
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (!unused.isEmpty()) {
            notes.add(name + " holds " + (unused.size() == 1 ? "a tensor" : unused.size() + " tensors") + " that this network does not use: "
                    + String.join(", ", unused.subList(0, Math.min(NAMED, unused.size())))
                    + (unused.size() > NAMED ? " and " + (unused.size() - NAMED) + " more." : "."));
        }
        if (!missing.isEmpty() && !Weights.NAMES.contains(name)) { // of those everybody knows that they are a backbone
            notes.add(name + " holds no " + (TensorMatch.isLinear(missing.get(0)) ? "linear layer" : "feature pyramid") + "; that of this network is untrained.");
        }
        return notes;
    }
}
