package facet.study;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import facet.data.TripletSplit;
import facet.io.AtomicFile;
import facet.io.FacetException;
import facet.io.Sha256;
import facet.model.weights.Weights;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * What a run's experiment.json holds.
 *
 * @param experiment the settings
 * @param split the hash of the triplets that they led to: it changes with the images
 * @param judge the name of the judge that chose its hard sets; null, and not in the file, where it has none
 * @param weights the SHA-256 of the file that training starts from, or the name of weights that never change
 */
record RunClaim(Experiment experiment, String split, String judge, String weights) {

    static final String FILE = "experiment.json";

    private static final Gson JSON = new GsonBuilder().setPrettyPrinting().registerTypeAdapter(Experiment.class, new ExperimentJson()).create();

    /** Makes the claim of a run without a judge. */
    RunClaim(Experiment experiment, String split, String weights) {
        this(experiment, split, null, weights);
    }

    /** Makes the same with a judge, or without. */
    RunClaim judged(Optional<String> by) {
        return new RunClaim(experiment, split, by.orElse(null), weights);
    }

    /** Makes the claim of an experiment, its triplets and its weights as they are now. */
    static RunClaim of(Experiment experiment, TripletSplit split) {
        String weights = experiment.network().weights();
        Path file = Path.of(weights);
        try {
            return new RunClaim(experiment, split.hash(), !Weights.NAMES.contains(weights) && Files.isRegularFile(file) ? Sha256.of(file) : weights);
        } catch (IOException e) {
            throw new FacetException("Can't read the weights file " + file + ".", e);
        }
    }

    /** Writes it into a new folder, or where the run has a judge from now on. */
    void make(Path folder) {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file) || judge != null && read(folder).judge() == null) {
            AtomicFile.write(file, out -> out.write(json().getBytes(StandardCharsets.UTF_8)));
        }
    }

    /** Writes the text of the file. */
    String json() {
        return JSON.toJson(this);
    }

    /** @throws FacetException where a folder holds another experiment, or the same one on other triplets or weights */
    void check(Path folder) {
        Path file = folder.resolve(FILE);
        if (Files.exists(file) && !judged(Optional.empty()).equals(read(folder).judged(Optional.empty()))) {
            throw new FacetException(folder + " holds another experiment, or its images or weights have changed since it began."
                    + " Delete the folder to train anew.");
        }
    }

    /** Reads the claim of a run's folder. */
    static RunClaim read(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            RunClaim claim = JSON.fromJson(Files.readString(file), RunClaim.class);
            if (claim == null || claim.experiment() == null || claim.split() == null || claim.weights() == null) {
                throw new IOException("It lacks the experiment, the split or the weights.");
            }
            return claim;
        } catch (NoSuchElementException e) { // a newer Facet's: who deletes such a run loses it
            throw new FacetException(file + " has the setting " + Settings.shown(e.getMessage()) + ", which this Facet does not know. Update Facet to read the run.", e);
        } catch (IOException | RuntimeException e) { // Gson's own, or a setting that can't be
            throw Damage.unreadable(file, "Delete the run to train anew: environment/facet runs delete " + folder.getFileName(), e);
        }
    }
}
