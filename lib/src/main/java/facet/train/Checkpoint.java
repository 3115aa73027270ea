package facet.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import facet.io.FacetException;
import facet.model.FaceEmbedder;
import facet.model.ModelFile;
import facet.model.weights.ModelProvenance;
import facet.model.weights.Safetensors;
import facet.model.weights.SafetensorsWriter;
import facet.model.weights.Weights;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A training state in one file: weights under torchvision's names, momentum as {@code momentum.NAME}, the epoch and the
 * experiment. The order of the triplets follows from seed and epoch, so there is no random state besides.
 */
public final class Checkpoint {

    private static final String MOMENTUM = "momentum.";
    private static final String EPOCH = "epoch";
    private static final String EXPERIMENT = "experiment";
    private static final String WAY_OUT = ". Delete the run's folder to train anew, or put the file of this run back.";

    private Checkpoint() { }

    /**
     * Writes the state at the end of an epoch, whole or not at all.
     *
     * @param provenance what an export of it says of the training
     * @throws FacetException where it can't be written; the file of before stays
     */
    public static void save(Path file, FaceEmbedder model, int imageSize, Sgd sgd, int epoch, String experiment, ModelProvenance provenance) {
        Map<String, NDArray> tensors = ModelFile.tensors(model);
        sgd.velocity().forEach((name, velocity) -> tensors.put(MOMENTUM + name, velocity));
        Map<String, String> metadata = new LinkedHashMap<>(ModelFile.metadata(model, imageSize));
        metadata.put(EPOCH, Integer.toString(epoch));
        metadata.put(EXPERIMENT, experiment);
        metadata.putAll(provenance.after(epoch).metadata());
        SafetensorsWriter.write(file, tensors, metadata);
    }

    /**
     * Reads the epoch that a state was saved at, from the file's head alone.
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
            throw new FacetException(file + " is damaged, or no checkpoint" + WAY_OUT, e);
        }
    }

    /**
     * Puts a saved state back; what the optimiser had before is closed.
     *
     * @return the epoch it was saved at
     * @throws FacetException where the file is damaged or belongs to another experiment
     */
    public static int restore(Path file, FaceEmbedder model, Sgd sgd, String experiment) {
        Weights weights = Weights.file(file);
        Safetensors tensors = weights.tensors();
        String theirs = tensors.metadata().get(EXPERIMENT);
        if (!experiment.equals(theirs)) {
            throw new FacetException(file + " is a checkpoint of experiment " + theirs + ", not of " + experiment + WAY_OUT);
        }
        int epoch = epoch(file);
        Map<String, Parameter> momentum = momentum(file, tensors, model);
        model.load(weights);
        sgd.close();
        momentum.forEach((name, parameter) -> {
            NDArray array = parameter.getArray();
            sgd.velocity().put(name, array.getManager().create(tensors.floats(MOMENTUM + name), array.getShape()));
        });
        return epoch;
    }

    /** The parameters that the file holds a momentum of, by their names. */
    private static Map<String, Parameter> momentum(Path file, Safetensors tensors, FaceEmbedder model) {
        Map<String, Parameter> momentum = new LinkedHashMap<>();
        for (String name : tensors.names()) {
            if (name.startsWith(MOMENTUM)) {
                Parameter parameter = model.named().get(name.substring(MOMENTUM.length()));
                if (parameter == null || !parameter.getArray().getShape().equals(new Shape(tensors.shape(name)))) {
                    throw new FacetException(file + " holds " + name + " of the shape " + new Shape(tensors.shape(name))
                            + ", for which this network has no parameter" + WAY_OUT);
                }
                momentum.put(name.substring(MOMENTUM.length()), parameter);
            }
        }
        return momentum;
    }
}
