package facet.data;

import facet.io.DataHome;
import facet.io.FacetException;
import facet.io.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Face sets by the name that an experiment or a command gives them. */
public final class FaceSets {

    /** The sets that have a name of their own; every other name is a path. */
    public static final List<String> NAMES = List.of("generated", "lfw");

    /** A kind of that name would be mixed up with the part. */
    private static final List<String> PARTS = List.of("train", "validation", "test");

    private FaceSets() { }

    private static boolean ordinary(Triplet triplet) {
        return triplet.kind().equals(FaceSet.ORDINARY);
    }

    /** Looks whether a set is there, and opens nothing; throws a FacetException where it is not. */
    public static void check(String name) {
        if (!NAMES.contains(name) && !Files.exists(Path.of(name))) {
            throw missing(name);
        }
    }

    private static FacetException missing(String name) {
        return new FacetException(name + " is neither generated nor lfw, and there is no such folder or CSV file. Is the path right?");
    }

    /**
     * Opens a set.
     *
     * @param name generated; lfw, the paper's set; a folder ({@link FaceFolder}); or a CSV ({@link TripletList}), whose triplets are split
     *     where they are ordinary and are test sets where they are of another kind
     * @throws FacetException where it is none of these, a kind bears the name of a part, or two triplets that of each other
     */
    public static FaceSet named(String name, DataHome home, Progress progress) {
        if (name.equals("generated")) {
            return GeneratedFaces.open(home);
        }
        if (name.equals("lfw")) {
            return PaperSet.open(home, progress);
        }
        Path path = Path.of(name);
        if (Files.isDirectory(path)) {
            return FaceFolder.open(path);
        }
        if (Files.isRegularFile(path)) {
            List<Triplet> triplets = TripletList.read(path);
            Set<String> names = new HashSet<>();
            triplets.stream().filter(triplet -> !names.add(triplet.name())).findFirst().ifPresent(triplet -> {
                throw new FacetException(path + " has a second triplet " + triplet.name() + ": two networks are compared triplet by triplet, so give each a name of its own.");
            });
            triplets.stream().filter(triplet -> PARTS.contains(triplet.kind()) || HardTriplets.isHard(triplet.kind())).findFirst().ifPresent(triplet -> {
                throw new FacetException(path + ": the kind of triplet " + triplet.name() + " is " + triplet.kind()
                        + ", which is what Facet calls a part of the ordinary triplets. Name it otherwise.");
            });
            return new FaceSet(path.getFileName().toString(), List.of(), triplets.stream().filter(FaceSets::ordinary).toList(), triplets);
        }
        throw missing(name);
    }
}
