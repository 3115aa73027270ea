package facet.spark;

import facet.io.AtomicFile;
import facet.io.FacetException;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a run measured, on the way from a worker to the folder of the runs.
 *
 * @param files content by name
 */
record RunFolderFiles(TreeMap<String, byte[]> files) implements Serializable {

    private static final Pattern MEASURED = Pattern.compile("[a-z]+\\.(json|csv|txt)"); // neither weights, which another command may have left, nor the lock
    private static final String LAST = "history.csv"; // it says that the others are there

    static RunFolderFiles none() {
        return new RunFolderFiles(new TreeMap<>());
    }

    /** Reads those of a folder. */
    static RunFolderFiles of(Path folder) {
        TreeMap<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.filter(each -> MEASURED.matcher(each.getFileName().toString()).matches()).toList()) {
                files.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new FacetException("Can't read the run " + folder + ".", e);
        }
        return new RunFolderFiles(files);
    }

    /** Writes them, each whole. */
    void writeTo(Path folder) {
        files.keySet().stream().filter(name -> !name.equals(LAST)).forEach(name -> write(folder, name));
        if (files.containsKey(LAST)) {
            write(folder, LAST);
        }
    }

    private void write(Path folder, String name) {
        folder.toFile().mkdirs();
        AtomicFile.write(folder.resolve(name), out -> out.write(files.get(name)));
    }
}
