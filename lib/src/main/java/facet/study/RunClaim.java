package facet.study;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import facet.data.AtomicFile;
import facet.data.FacetException;
import facet.data.TripletSplit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a run's experiment.json holds.
 *
 * @param experiment the settings
 * @param split the hash of the groups that they led to: it changes with the images
 */
record RunClaim(Experiment experiment, String split) {

    private static final String FILE = "experiment.json";

    /** Writes the experiment into a new folder. */
    static void make(Path folder, Experiment experiment, TripletSplit split) {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            String json = new GsonBuilder().setPrettyPrinting().create().toJson(new RunClaim(experiment, split.hash()));
            AtomicFile.write(file, out -> out.write(json.getBytes(StandardCharsets.UTF_8)));
        }
    }

    /** @throws FacetException where a folder holds another experiment, or the same one on other groups */
    static void check(Path folder, Experiment experiment, TripletSplit split) {
        Path file = folder.resolve(FILE);
        if (Files.exists(file) && !new RunClaim(experiment, split.hash()).equals(read(file))) {
            throw new FacetException(folder + " holds another experiment, or its images have changed since it began."
                    + " Delete the folder to train anew.");
        }
    }

    private static RunClaim read(Path file) {
        try {
            return new Gson().fromJson(Files.readString(file), RunClaim.class);
        } catch (IOException | JsonParseException e) {
            throw new FacetException("Can't read " + file + ". Delete the run's folder to train anew.", e);
        }
    }
}
