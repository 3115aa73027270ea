package facet.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds files of the same content, such as one photo under two names. */
public final class ContentKeys {

    private ContentKeys() { }

    /**
     * Names each file's content. Only files that have another's length are read: the others differ from all.
     *
     * @return for each file a text; two files have the same one if, and only if, they hold the same bytes. An empty file, a missing one
     *     and one that can't be read have a text of their own
     */
    public static Map<Path, String> of(Collection<Path> files) {
        Map<Path, Long> lengths = Set.copyOf(files).stream().collect(Collectors.toMap(Function.identity(), file -> file.toFile().length()));
        Map<Long, Long> counts = lengths.values().stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return lengths.entrySet().parallelStream().collect(Collectors.toConcurrentMap(Map.Entry::getKey, file ->
                file.getValue() > 0 && counts.get(file.getValue()) > 1 ? sum(file.getKey()) : file.getKey().toString()));
    }

    private static String sum(Path file) {
        try {
            return Sha256.of(file);
        } catch (IOException e) {
            return file.toString(); // who reads the image says what is wrong with it
        }
    }
}
