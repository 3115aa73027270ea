package facet.train;

import ai.djl.ndarray.NDArray;
import facet.data.FacetException;
import facet.model.FaceEmbedder;
import facet.model.ModelFile;
import facet.model.Safetensors;
import facet.model.SafetensorsWriter;
import facet.model.Weights;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A training state in one file: weights under torchvision's names, momentum as {@code momentum.NAME}, the epoch and the
 * experiment. The order of the groups follows from seed and epoch, so there is no random state besides.
 */
public final class Checkpoint {

    private static final String MOMENTUM = "momentum.";
    private static final String EPOCH = "epoch";
    private static final String EXPERIMENT = "experiment";

    private Checkpoint() { }

    /**
     * Writes the state at the end of an epoch, whole or not at all.
     *
     * @throws FacetException where it can't be written; the file of before stays
     */
    public static void save(Path file, FaceEmbedder model, int imageSize, Sgd sgd, int epoch, String experiment) {
        Map<String, NDArray> tensors = ModelFile.tensors(model);
        sgd.velocity().forEach((name, velocity) -> tensors.put(MOMENTUM + name, velocity));
        Map<String, String> metadata = new LinkedHashMap<>(ModelFile.metadata(model, imageSize));
        metadata.put(EPOCH, Integer.toString(epoch));
        metadata.put(EXPERIMENT, experiment);
        SafetensorsWriter.write(file, tensors, metadata);
    }

    /**
     * The epoch that a state was saved at, from the file's head alone.
     *
     * @throws FacetException where the file is damaged, or no checkpoint, or the thread was interrupted
     */
    public static int epoch(Path file) {
        try {
            return Integer.parseInt(Weights.file(file).tensors().metadata().get(EPOCH));
        } catch (FacetException | NumberFormatException e) {
            if (Safetensors.isInterrupt(e)) {
                throw e;
            }
            throw new FacetException(file + " is damaged, or no checkpoint. Delete the run's folder to train anew, or put the right file back.", e);
        }
    }

    /**
     * Puts a saved state back.
     *
     * @return the epoch it was saved at
     * @throws FacetException where the file is damaged or belongs to another experiment
     */
    public static int restore(Path file, FaceEmbedder model, Sgd sgd, String experiment) {
        Weights weights = Weights.file(file);
        Map<String, String> metadata = weights.tensors().metadata();
        if (!experiment.equals(metadata.get(EXPERIMENT))) {
            throw new FacetException(file + " is a checkpoint of experiment " + metadata.get(EXPERIMENT) + ", not of " + experiment
                    + ". Delete the run's folder to train anew, or put the right file back.");
        }
        weights.loadInto(model);
        for (String name : weights.tensors().names()) {
            if (name.startsWith(MOMENTUM)) {
                NDArray parameter = model.named().get(name.substring(MOMENTUM.length())).getArray();
                sgd.velocity().put(name.substring(MOMENTUM.length()),
                        parameter.getManager().create(weights.tensors().floats(name), parameter.getShape()));
            }
        }
        return Integer.parseInt(metadata.get(EPOCH));
    }
}
