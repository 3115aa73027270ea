package facet.benchmark;

import facet.data.GeneratedFaces;
import facet.data.Triplet;
import facet.data.TripletSplit;
import facet.io.DataHome;
import facet.io.FacetException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.io.FileUtils;

/** A benchmark's files for its workers: gone when it is over. */
final class WorkFolder implements AutoCloseable {

    private static final long SPLIT_SEED = 42;

    private final Path folder;

    private WorkFolder(Path folder) {
        this.folder = folder;
    }

    static WorkFolder in(DataHome home) {
        try {
            Files.createDirectories(home.cache());
            return new WorkFolder(Files.createTempDirectory(home.cache(), "benchmark-"));
        } catch (IOException e) {
            throw new FacetException("Could not make a folder in " + home.cache() + " (" + e.getMessage() + ").", e);
        }
    }

    /** The tasks on the training part of the generated faces, over and over where it is too small, and the images that they need. */
    Tasks tasks(Settings settings, DataHome home) {
        List<Triplet> train = TripletSplit.of(GeneratedFaces.open(home), SPLIT_SEED).train().triplets();
        int most = Math.max(settings.lossSteps() * settings.batch(), Math.max(settings.epochTriplets(), settings.embedded()));
        List<Triplet> triplets = IntStream.range(0, most).mapToObj(i -> train.get(i % train.size())).toList();
        Tasks tasks = new Tasks(settings, triplets, folder.resolve("start.safetensors"),
                folder.resolve("pictures-" + settings.size() + ".bytes"), folder.resolve("pictures-" + settings.lossSize() + ".bytes"));
        PixelFile.write(tasks.pixels(), settings.size(), tasks.images());
        if (settings.lossSize() != settings.size()) {
            PixelFile.write(tasks.lossPixels(), settings.lossSize(), tasks.images());
        }
        return tasks;
    }

    @Override
    public void close() {
        FileUtils.deleteQuietly(folder.toFile());
    }
}
