package facet.model;

import ai.djl.ndarray.NDArray;
import facet.model.weights.ModelProvenance;
import facet.model.weights.SafetensorsWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A network as a safetensors file under torchvision's names; {@link facet.model.weights.Weights#file} reads it again. */
public final class ModelFile {

    private ModelFile() { }

    /** Writes a network of which no training is known, whole or not at all; the size in pixels is that of the images it was trained on. */
    public static void write(FaceEmbedder model, int imageSize, Path file) {
        write(model, imageSize, ModelProvenance.UNKNOWN, file);
    }

    /** Writes the network and where its parameters come from, whole or not at all. */
    public static void write(FaceEmbedder model, int imageSize, ModelProvenance provenance, Path file) {
        Map<String, String> metadata = metadata(model, imageSize);
        metadata.putAll(provenance.metadata());
        SafetensorsWriter.write(file, tensors(model), metadata);
    }

    /** @return its arrays by name */
    public static Map<String, NDArray> tensors(FaceEmbedder model) {
        Map<String, NDArray> tensors = new LinkedHashMap<>();
        model.named().forEach((name, parameter) -> tensors.put(name, parameter.getArray()));
        return tensors;
    }

    /** @return the metadata of a network's file, in this order, so that equal networks are equal files: architecture, level, pooling, size, precision */
    public static Map<String, String> metadata(FaceEmbedder model, int imageSize) {
        Map<String, String> metadata = new LinkedHashMap<>(); // the order of a Map.of differs between two runs of Java
        metadata.put("format", "pt");
        metadata.put("names", "torchvision");
        metadata.put("architecture", "resnet50 " + model.resnet().strides().text());
        metadata.put("level", model.level().name());
        metadata.put("pooling", model.pooling().name());
        metadata.put("normalize", Boolean.toString(model.normalized()));
        metadata.put("size", Integer.toString(imageSize));
        metadata.put("precision", model.precision().toString());
        return metadata;
    }
}
