package facet.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;

/** Keeps a command's result from taking the place of what it is computed from. */
public final class InputFiles {

    private InputFiles() { }

    /**
     * Compares the files, whatever links and spellings name them.
     *
     * @param out where the result will be written; it may not exist yet
     * @param inputs what is read
     * @throws FacetException where the result would replace an input
     */
    public static void checkApart(Path out, Collection<Path> inputs) {
        if (!Files.exists(out)) {
            return;
        }
        Path result = real(out);
        inputs.stream().filter(input -> Files.exists(input) && real(input).equals(result)).findFirst().ifPresent(input -> {
            throw new FacetException("--out is " + out + ", which is read here as " + input + " and would be lost. Name another file.");
        });
    }

    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException e) {
            return file.toAbsolutePath().normalize();
        }
    }
}
