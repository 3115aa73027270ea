package facet.study;

import facet.io.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A run's diverged.txt: where its loss became NaN or infinite. */
final class DivergenceFile {

    static final String NAME = "diverged.txt";

    private DivergenceFile() { }

    /** Reads where the loss became NaN or infinite, in words; nothing where it did not, or has not yet. */
    static Optional<String> read(Path folder) {
        Path file = folder.resolve(NAME);
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
        } catch (IOException e) {
            throw Damage.unreadable(file, "Delete the file: the run is then tried anew", e);
        }
    }

    /** Notes where, in words. */
    static void write(Path folder, String where) {
        AtomicFile.write(folder.resolve(NAME), out -> out.write((where + "\n").getBytes(StandardCharsets.UTF_8)));
    }

    /** Forgets that it diverged: tried anew, it has come through an epoch. */
    static void delete(Path folder) {
        RunFiles.delete(folder.resolve(NAME));
    }
}
