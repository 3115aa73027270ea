package facet.model.cache;

import ai.djl.ndarray.NDArray;
import facet.io.FacetException;
import facet.io.Progress;
import facet.io.Turn;
import facet.model.weights.Safetensors;
import facet.model.weights.SafetensorsWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * What was computed of images, by the SHA-256 of each image file: a folder of safetensors files, each written whole, so that a stop
 * loses what is not written yet and nothing else. Files are mapped, not read. It is only a cache: where the folder can't be read or written,
 * a note says so once, and what is computed from then on is held in memory.
 */
final class FeatureStore {

    private static final String ENDING = ".safetensors";

    private final Path folder;
    private final Map<String, Safetensors> files = new HashMap<>(); // by image
    private final Map<String, byte[]> memory = new HashMap<>(); // what could not be written, by image
    private boolean broken;

    private FeatureStore(Path folder) {
        this.folder = folder;
    }

    /** Opens the store of a folder, empty where there is none or it can't be read. A file that can't be read counts as not there, and a damaged one is deleted: its
     * numbers are computed again.
     *
     * @throws FacetException where the thread was interrupted
     */
    static FeatureStore open(Path folder) {
        FeatureStore store = new FeatureStore(folder);
        if (Files.isDirectory(folder)) {
            try (Stream<Path> all = Files.list(folder)) {
                all.filter(file -> file.toString().endsWith(ENDING)).forEach(store::find);
            } catch (IOException | UncheckedIOException e) { // the latter from an entry
                store.giveUp("Can't read the folder " + folder + ".");
            }
        }
        return store;
    }

    private void find(Path file) {
        try {
            read(file);
        } catch (FacetException e) {
            if (Safetensors.isInterrupt(e)) {
                throw e;
            }
            if (!(e.getCause() instanceof IOException)) { // what could not be opened may be whole
                remove(file);
            }
        }
    }

    private static void remove(Path damaged) {
        try {
            Files.deleteIfExists(damaged);
        } catch (IOException e) {
            // It stays, and counts as not there the next time, too.
        }
    }

    private void read(Path file) {
        Safetensors tensors = Safetensors.read(file);
        tensors.names().forEach(image -> files.put(image, tensors));
    }

    /**
     * Waits until no other program computes what belongs here: of several that lack the same, such as a study's runs at once, one computes it.
     *
     * @return null where the disk has no locks or can't be written: each computes it
     * @throws FacetException where the thread was interrupted, which it stays
     */
    Turn turn(Progress progress) {
        try {
            return Turn.await(folder.resolve("lock"), "wait for a program that computes the same", progress);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FacetException("Stopped while another program computed the same; the same command goes on.", e);
        } catch (IOException | FacetException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw new FacetException("Stopped before the first image; the same command goes on.", e);
            }
            return null;
        }
    }

    boolean holds(String image) {
        return files.containsKey(image) || memory.containsKey(image);
    }

    /** Returns the numbers of an image as they were written, little-endian. */
    ByteBuffer bytes(String image) {
        return memory.containsKey(image) ? ByteBuffer.wrap(memory.get(image)).order(ByteOrder.LITTLE_ENDIAN) : files.get(image).bytes(image);
    }

    /**
     * Writes the arrays of some images into a file of their own; holds them in memory where that fails.
     *
     * @return whether they are in a file
     * @throws FacetException where the thread was interrupted
     */
    boolean add(Map<String, NDArray> features) {
        if (!broken) {
            Path file = folder.resolve(DigestUtils.sha256Hex(String.join(" ", features.keySet())).substring(0, 16) + ENDING);
            try {
                SafetensorsWriter.write(file, features, Map.of());
                read(file);
                return true;
            } catch (FacetException e) {
                if (Safetensors.isInterrupt(e)) {
                    throw e;
                }
                giveUp(e.getMessage());
            }
        }
        features.forEach((image, array) -> memory.put(image, bytes(array)));
        return false;
    }

    private static byte[] bytes(NDArray array) {
        ByteBuffer numbers = array.toByteBuffer();
        byte[] bytes = new byte[numbers.remaining()];
        numbers.get(bytes);
        return bytes;
    }

    private void giveUp(String reason) {
        broken = true;
        System.err.println("Note: " + reason + " Facet goes on without this cache and will compute the same again next time.");
    }
}
