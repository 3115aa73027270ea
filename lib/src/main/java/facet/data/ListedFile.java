package facet.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds a file by its name in a list. A list and a disk may write one name in two ways: macOS takes accents apart (NFD), others do not (NFC). */
public final class ListedFile {

    private ListedFile() { }

    /** @return the regular file of that name, absolute or below the folder; in either form of each part of its name */
    public static Optional<Path> find(Path folder, String name) {
        try {
            Path direct = folder.resolve(name);
            return Files.isRegularFile(direct) ? Optional.of(direct) : inEitherForm(folder, Path.of(name)).filter(Files::isRegularFile);
        } catch (InvalidPathException e) { // such as one with a character 0
            return Optional.empty();
        }
    }

    private static Optional<Path> inEitherForm(Path folder, Path name) {
        Optional<Path> at = Optional.of(folder.resolve(name.getRoot() == null ? Path.of("") : name.getRoot()));
        for (Path part : name) {
            at = at.flatMap(above -> Files.exists(above.resolve(part)) ? Optional.of(above.resolve(part)) : entry(above, composed(part)));
        }
        return at;
    }

    private static Optional<Path> entry(Path folder, String name) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> composed(entry.getFileName()).equals(name)).findFirst();
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        }
    }

    private static String composed(Path name) {
        return Normalizer.normalize(name.toString(), Normalizer.Form.NFC);
    }
}
