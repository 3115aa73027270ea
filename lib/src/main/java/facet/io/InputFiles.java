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

    /** Follows the links of a path, as far as it exists. */
    public static Path real(Path path) {
        Path whole = path.toAbsolutePath().normalize();
        Path there = whole;
        while (!Files.exists(there)) {
            there = there.getParent();
        }
        try {
            return there.toRealPath().resolve(there.relativize(whole)).normalize();
        } catch (IOException e) {
            return whole;
        }
    }
}
