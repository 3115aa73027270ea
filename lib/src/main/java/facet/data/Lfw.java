package facet.data;

import facet.data.download.Archive;
import facet.data.download.PublishedFile;
import facet.io.DataHome;
import facet.io.FacetException;
import facet.io.Progress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Labeled Faces in the Wild: 13,233 photographs of 5,749 people, 1,680 of them with two or more. It shows real people, for research, and
 * never enters the repository.
 */
public final class Lfw {

    /** The environment variable that names a copy: the archive or its folder. */
    public static final String VARIABLE = "FACET_LFW";

    // The funneled form, at the address that scikit-learn uses; the original host is gone.
    private static final PublishedFile ARCHIVE = new PublishedFile(VARIABLE, "the archive of LFW or its folder", "lfw-funneled.tgz",
            URI.create("https://ndownloader.figshare.com/files/5976015"), "b47c8422c8cded889dc5a13418c4bc2abbda121092b3533a83306f90d900100a");

    private Lfw() { }

    /**
     * Opens LFW, from FACET_LFW, from data/cache, or downloaded (243 MB).
     *
     * @return the people with two or more images, and their look-alikes ({@link LookalikePairs})
     * @throws FacetException where it or the list of look-alikes is missing and can't be fetched, or can't be read
     */
    public static FaceSet open(DataHome home, Progress progress) {
        List<LookalikePairs.Pair> pairs = LookalikePairs.open(home, progress); // a small file, before a large one
        return open(ARCHIVE, System.getenv(VARIABLE), pairs, home, progress);
    }

    static FaceSet open(PublishedFile archive, String named, List<LookalikePairs.Pair> pairs, DataHome home, Progress progress) {
        Path folder = root(archive, named, home, progress);
        List<Person> everybody = FaceFolder.people(peopleFolder(folder), FaceSet.ORDINARY);
        List<Person> people = everybody.stream().filter(p -> p.images().size() > 1).toList();
        if (people.isEmpty()) {
            throw new FacetException(folder + " is not LFW: it should look like " + folder + "/Aaron_Peirsol/Aaron_Peirsol_0001.jpg.");
        }
        return new FaceSet("lfw", people, List.of(), LookalikePairs.triplets(pairs, everybody));
    }

    /**
     * Finds the images alone, as {@link #open} does; the list of look-alikes is not needed.
     *
     * @return the folder of everybody's folders
     * @throws FacetException where LFW is missing and can't be fetched
     */
    public static Path folder(DataHome home, Progress progress) {
        return folder(ARCHIVE, System.getenv(VARIABLE), home, progress);
    }

    static Path folder(PublishedFile archive, String named, DataHome home, Progress progress) {
        return peopleFolder(root(archive, named, home, progress));
    }

    private static Path root(PublishedFile archive, String named, DataHome home, Progress progress) {
        return archive.copy(named)
                .map(copy -> Files.isDirectory(copy) ? copy : Archive.extract(copy, home.cache(), progress))
                .or(() -> Archive.unpacked(archive.sha256(), home.cache()))
                .orElseGet(() -> Archive.extract(archive.fetch(home, progress), home.cache(), progress));
    }

    /** Goes down to where the people are: archives hold one folder of all people, or a folder of that folder. */
    private static Path peopleFolder(Path folder) {
        List<Path> inside = FaceFolder.list(folder).stream().filter(each -> Files.isDirectory(each) && !ImageEntries.isAside(each)).toList();
        boolean people = inside.size() != 1 || FaceFolder.list(inside.get(0)).stream().anyMatch(ImageEntries::isImage);
        return people ? folder : peopleFolder(inside.get(0));
    }
}
