package facet.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A folder of one's own: {@code person/image.jpg}, or groups as {@code anchor}, {@code positive} and {@code negative}. */
public final class FaceFolder {

    private static final List<String> ENDINGS = List.of(".jpg", ".jpeg", ".png", ".bmp", ".gif");

    private FaceFolder() { }

    /**
     * Opens a folder; with a folder anchor (or groups/anchor) in it, it is read as groups.
     *
     * @throws FacetException where it is missing or empty, where a person has one image, or a group lacks one
     */
    public static FaceSet open(Path folder) {
        String name = folder.toAbsolutePath().normalize().getFileName().toString();
        for (Path groups : List.of(folder, folder.resolve("groups"))) {
            if (Files.isDirectory(groups.resolve("anchor"))) {
                return new FaceSet(name, List.of(), GroupFolder.read(groups), List.of());
            }
        }
        return new FaceSet(name, people(folder), List.of(), List.of());
    }

    private static List<Person> people(Path folder) {
        List<Person> people = people(folder, FaceSet.ORDINARY);
        for (Person person : people) {
            if (person.images().size() == 1) {
                throw new FacetException(person.images().get(0) + " is the only image of " + person.name()
                        + ": a triplet needs two of a person. Add another, or remove the folder.");
            }
        }
        if (people.isEmpty()) {
            throw new FacetException(folder + " holds no folder with images. It should look like " + folder + "/Anna/1.jpg.");
        }
        for (Path each : list(folder)) {
            if (Files.isDirectory(each) && list(each).stream().noneMatch(FaceFolder::isImage)) {
                throw new FacetException(each + " holds no image (" + String.join(", ", ENDINGS) + "). Add two, or remove the folder.");
            }
        }
        return people;
    }

    /**
     * Copies people's pictures into a folder as {@link #open} takes it, person/image.jpg. Files of the same name are replaced, others stay.
     *
     * @return the folder
     */
    public static Path copy(List<Person> people, Path folder) {
        try {
            for (Person person : people) {
                Path own = Files.createDirectories(folder.resolve(person.name()));
                for (Path image : person.images()) {
                    Files.copy(image, own.resolve(image.getFileName()), StandardCopyOption.REPLACE_EXISTING);
                }
            }
            return folder;
        } catch (IOException e) {
            throw new FacetException("Can't copy pictures to " + folder + ".", e);
        }
    }

    /** @return each folder below with at least one image, by name */
    static List<Person> people(Path folder, String kind) {
        List<Person> people = new ArrayList<>();
        for (Path each : list(folder)) {
            if (Files.isDirectory(each)) {
                List<Path> images = list(each).stream().filter(FaceFolder::isImage).toList();
                if (!images.isEmpty()) {
                    people.add(new Person(each.getFileName().toString(), kind, images));
                }
            }
        }
        return people;
    }

    /**
     * All images below a folder, by path; hidden files and folders apart.
     *
     * @throws FacetException where there is none
     */
    public static List<Path> images(Path folder) {
        if (Files.isRegularFile(folder)) {
            throw new FacetException(folder + " is a file, not a folder: give the folder that it is in.");
        }
        try (Stream<Path> files = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            List<Path> images = files.filter(file -> isImage(file) && !isHidden(folder.relativize(file))).sorted().toList();
            if (images.isEmpty()) {
                throw new FacetException(folder + " holds no image (" + String.join(", ", ENDINGS) + ").");
            }
            return images;
        } catch (IOException | UncheckedIOException e) { // the latter where a folder below can't be read
            throw new FacetException("Can't read the folder " + folder + ": is the path right?", e);
        }
    }

    /** Such as those that Jupyter and a waste bin make. */
    private static boolean isHidden(Path file) {
        return StreamSupport.stream(file.spliterator(), false).anyMatch(part -> part.toString().startsWith("."));
    }

    static boolean isImage(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return !name.startsWith(".") && ENDINGS.stream().anyMatch(name::endsWith);
    }

    /** @return what stands in a folder, by name; hidden files apart */
    static List<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted(Comparator.comparing(file -> file.getFileName().toString())).toList(); // a path's own order differs by system
        } catch (IOException e) {
            throw new FacetException("Can't read the folder " + folder + ": is the path right?", e);
        }
    }
}
