package facet.model.weights;

import facet.io.FacetException;
import facet.io.PlainText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Where a network's parameters come from: its training, as the metadata of its safetensors file state it. What a file does not state is empty: all of it in files of
 * other programs, and in older ones of Facet.
 *
 * @param data the face set; of a user's own, the name of its folder or file without the path
 * @param split the hash of the triplets that it was trained and tested on ({@link facet.data.TripletSplit#hash})
 * @param seed of the training
 * @param settings all of them in one line, without paths
 * @param epoch the last one that was trained
 * @param version of the Facet that trained it
 * @param align how the faces were aligned that it was trained on; empty where they were not
 * @param detector the SHA-256 of the network that found those faces
 */
public record ModelProvenance(Optional<String> data, Optional<String> split, OptionalLong seed, Optional<String> settings, OptionalInt epoch, Optional<String> version,
        Optional<String> align, Optional<String> detector) {

    /** The version of this Facet, as the pom has it. */
    public static final String FACET = "0.1.0";

    /** Nothing is known. */
    public static final ModelProvenance UNKNOWN =
            new ModelProvenance(Optional.empty(), Optional.empty(), OptionalLong.empty(), Optional.empty(), OptionalInt.empty(), Optional.empty(),
                    Optional.empty(), Optional.empty());

    private static final String DATA = "facet.data";
    private static final String SPLIT = "facet.split";
    private static final String SEED = "facet.seed";
    private static final String SETTINGS = "facet.settings";
    private static final String EPOCH = "facet.epoch";
    private static final String VERSION = "facet.version";
    private static final String ALIGN = "align"; // of the network, as its size
    private static final String DETECTOR = "facet.detector";

    private static final int SHOWN = 60; // characters of a name

    /** @return the provenance of a training that begins now, in this Facet */
    public static ModelProvenance training(String data, String split, long seed, String settings) {
        return new ModelProvenance(Optional.of(data), Optional.of(split), OptionalLong.of(seed), Optional.of(settings), OptionalInt.empty(), Optional.of(FACET),
                Optional.empty(), Optional.empty());
    }

    /** @return the same after an epoch */
    public ModelProvenance after(int trained) {
        return new ModelProvenance(data, split, seed, settings, OptionalInt.of(trained), version, align, detector);
    }

    /** @return the same of a training on faces that were aligned so, found by that detector; of one on faces that were not, where both are empty */
    public ModelProvenance aligned(Optional<String> how, Optional<String> foundBy) {
        return new ModelProvenance(data, split, seed, settings, epoch, version, how, foundBy);
    }

    /** Reads it from a file's metadata; throws a FacetException for a value that can't be. */
    static ModelProvenance of(Weights file) {
        try {
            return new ModelProvenance(text(file, DATA), text(file, SPLIT), file.metadata(SEED, seed -> OptionalLong.of(Long.parseLong(seed)), OptionalLong.empty()),
                    text(file, SETTINGS), file.metadata(EPOCH, ModelProvenance::epoch, OptionalInt.empty()), text(file, VERSION),
                    text(file, ALIGN), text(file, DETECTOR));
        } catch (FacetException e) {
            throw new FacetException(e.getMessage() + " Export it again, or download it again.", e);
        }
    }

    private static OptionalInt epoch(String text) {
        int epoch = Integer.parseInt(text);
        if (epoch < 0) {
            throw new IllegalArgumentException(text);
        }
        return OptionalInt.of(epoch);
    }

    private static Optional<String> text(Weights file, String key) {
        return file.metadata(key, Optional::of, Optional.empty());
    }

    /** @return the entries of a file's metadata, in this order; none for what is not known */
    public Map<String, String> metadata() {
        Map<String, String> metadata = new LinkedHashMap<>();
        data.ifPresent(value -> metadata.put(DATA, value));
        split.ifPresent(value -> metadata.put(SPLIT, value));
        seed.ifPresent(value -> metadata.put(SEED, Long.toString(value)));
        settings.ifPresent(value -> metadata.put(SETTINGS, value));
        epoch.ifPresent(value -> metadata.put(EPOCH, Integer.toString(value)));
        version.ifPresent(value -> metadata.put(VERSION, value));
        align.ifPresent(value -> metadata.put(ALIGN, value));
        detector.ifPresent(value -> metadata.put(DETECTOR, value));
        return metadata;
    }

    /** @return the training in words, such as "trained on generated, split 0123456789ab, seed 42, epoch 10, Facet 0.1.0"; empty where nothing is known */
    public Optional<String> sentence() {
        List<String> words = new ArrayList<>();
        data.ifPresent(value -> words.add("on " + shown(value)));
        split.ifPresent(value -> words.add("split " + shown(value)));
        seed.ifPresent(value -> words.add("seed " + value));
        epoch.ifPresent(value -> words.add("epoch " + value));
        version.ifPresent(value -> words.add("Facet " + shown(value)));
        return words.isEmpty() ? Optional.empty() : Optional.of("trained " + String.join(", ", words));
    }

    private static String shown(String text) {
        return PlainText.line(text, SHOWN);
    }
}
