package facet.data;

import facet.io.FacetException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder of one's own: {@code person/image.jpg}, or triplets as {@code anchor}, {@code positive} and {@code negative}. */
public final class FaceFolder {

    private FaceFolder() { }

    /**
     * Opens a folder; with a folder anchor (or groups/anchor) in it, it is read as triplets.
     *
     * @throws FacetException where it is missing or empty, where a person has one image, where two people have one name or one image, or
     *     where a triplet lacks an image
     */
    public static FaceSet open(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        String name = absolute.getFileName() == null ? absolute.toString() : absolute.getFileName().toString(); // none where it is the root
        for (Path parts : List.of(folder, folder.resolve("groups"))) {
            if (Files.isDirectory(parts.resolve("anchor"))) {
                return new FaceSet(name, List.of(), TripletFolder.read(parts), List.of());
            }
        }
        return new FaceSet(name, people(folder), List.of(), List.of());
    }

    private static List<Person> people(Path folder) {
        List<Person> people = people(folder, FaceSet.ORDINARY);
        for (Person person : people) {
            if (person.images().size() == 1) {
                throw refused(person.images().get(0) + " is the only image of " + person.name()
                        + ": a triplet needs two of a person. Add another, or remove the folder.", person.images().get(0).getParent());
            }
        }
        if (people.isEmpty()) {
            throw new FacetException(folder + " holds no folder with images. It should look like " + folder.resolve("Anna/1.jpg") + ".");
        }
        for (Path each : list(folder)) {
            if (Files.isDirectory(each) && list(each).stream().noneMatch(ImageEntries::isImage)) {
                throw refused(each + " holds no image (" + String.join(", ", ImageEntries.ENDINGS) + "). Add two, or remove the folder.", each);
            }
        }
        DistinctPeople.check(people);
        return people;
    }

    private static FacetException refused(String sentence, Path person) {
        return new FacetException((sentence + " " + PassedOver.sentence(PassedOver.in(person))).strip());
    }

    /**
     * Copies people's images into a folder as {@link #open} takes it, person/image.jpg. Files of the same name are replaced, others stay.
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
            throw new FacetException("Can't copy images to " + folder + ". Is there room, and may you write there?", e);
        }
    }

    /** @return each folder below with at least one image, by name */
    static List<Person> people(Path folder, String kind) {
        List<Person> people = new ArrayList<>();
        for (Path each : list(folder)) {
            if (Files.isDirectory(each)) {
                List<Path> images = list(each).stream().filter(ImageEntries::isImage).toList();
                if (!images.isEmpty()) {
                    people.add(new Person(each.getFileName().toString(), kind, images));
                }
            }
        }
        return people;
    }

    /** @return what stands in a folder, by name; hidden entries and side folders apart */
    static List<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !ImageEntries.isAside(file))
                    .sorted(Comparator.comparing(file -> file.getFileName().toString())).toList(); // a path's own order differs by system
        } catch (IOException e) {
            throw unreadable(folder, e);
        } catch (UncheckedIOException e) { // from an entry
            throw unreadable(folder, e.getCause());
        }
    }

    /** @return the refusal of a folder; where the failure names an entry of it, of that one */
    static FacetException unreadable(Path folder, IOException failure) {
        if (failure instanceof AccessDeniedException denied) {
            return new FacetException(denied.getFile() + ": you may not read it. Change its mode, or move it elsewhere.", failure);
        }
        return new FacetException("Can't read the folder " + folder + ": is the path right?", failure);
    }
}
