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

    /**
     * Writes the experiment into a new folder; in an old one, makes sure that it is the same and so are its groups.
     *
     * @throws FacetException where they are others
     */
    static void make(Path folder, Experiment experiment, TripletSplit split) {
        Path file = folder.resolve(FILE);
        RunClaim claim = new RunClaim(experiment, split.hash());
        if (!Files.exists(file)) {
            String json = new GsonBuilder().setPrettyPrinting().create().toJson(claim);
            AtomicFile.write(file, out -> out.write(json.getBytes(StandardCharsets.UTF_8)));
        } else if (!claim.equals(read(file))) {
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
