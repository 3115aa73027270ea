package facet.model.weights;

import facet.io.FacetException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A safetensors header, checked whole: what the format forbids is refused, so that nobody computes with another tensor's numbers.
 *
 * @param metadata free text by key
 * @param tensors by name, in the header's order
 */
record SafetensorsHeader(Map<String, String> metadata, Map<String, TensorEntry> tensors) {

    private static final String AGAIN = ". Export or download it again.";

    /**
     * Reads and checks it.
     *
     * @param bytes how many follow the header in the file
     * @throws FacetException that names the file and what is wrong
     */
    static SafetensorsHeader read(Path file, ByteBuffer json, long bytes) {
        try {
            SafetensorsHeader header = new HeaderReader(StandardCharsets.UTF_8.newDecoder().decode(json).toString()).header();
            header.checkPlaces(file, bytes);
            return header;
        } catch (IOException e) { // not its cause: the file could be read, and is damaged
            throw new FacetException(file + " is not a safetensors file: its header is no JSON" + AGAIN);
        } catch (IllegalArgumentException e) {
            throw new FacetException(file + ": " + e.getMessage() + AGAIN, e);
        }
    }

    /** Lists the tensors in the order of their bytes. */
    List<TensorEntry> inOrder() {
        return tensors.values().stream().sorted(Comparator.comparingLong(TensorEntry::from).thenComparingLong(TensorEntry::to)).toList();
    }

    /** The bytes of the file are those of the tensors, one after the other, as the format wants it. */
    private void checkPlaces(Path file, long bytes) {
        long end = 0;
        String before = "the header";
        for (TensorEntry tensor : inOrder()) {
            if (tensor.to() > bytes) {
                throw new FacetException(file + " ends before its tensor " + tensor.name() + " does" + AGAIN);
            }
            if (tensor.from() < end) {
                throw new IllegalArgumentException(before + " and tensor " + tensor.name() + " share bytes");
            }
            if (tensor.from() > end) {
                throw new IllegalArgumentException("the bytes between " + before + " and tensor " + tensor.name() + " belong to no tensor");
            }
            end = tensor.to();
            before = "tensor " + tensor.name();
        }
        if (end < bytes) {
            throw new IllegalArgumentException("the bytes behind " + before + " belong to no tensor");
        }
    }
}
