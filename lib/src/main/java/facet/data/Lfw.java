package facet.data;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Labeled Faces in the Wild: 13,233 photographs of 5,749 people, 1,680 of them with two or more. It shows real people, for research, and
 * never enters the repository.
 */
public final class Lfw {

    /** The environment variable that names a copy: the .tgz or its folder. */
    public static final String VARIABLE = "FACET_LFW";

    // The funneled form, at the address that scikit-learn uses; the original host is gone.
    private static final URI ADDRESS = URI.create("https://ndownloader.figshare.com/files/5976015");
    private static final String SHA256 = "b47c8422c8cded889dc5a13418c4bc2abbda121092b3533a83306f90d900100a";

    private Lfw() { }

    /** @return the people with two or more images and their look-alikes ({@link LookalikePairs}), from FACET_LFW, from data/cache, or downloaded (243 MB) */
    public static FaceSet open(DataHome home, Progress progress) {
        return open(System.getenv(VARIABLE), home, progress);
    }

    static FaceSet open(String named, DataHome home, Progress progress) {
        Path source;
        if (named != null && !named.isBlank()) {
            source = Path.of(named);
            if (!Files.exists(source)) {
                throw new FacetException(VARIABLE + " is " + named + ", and that does not exist. Set it to the .tgz of LFW or to its folder.");
            }
        } else {
            source = home.cache().resolve("lfw-funneled.tgz");
            if (!Archive.isUnpacked(source, home.cache())) {
                Download.fetch(ADDRESS, SHA256, source, progress);
            }
        }
        Path folder = Files.isDirectory(source) ? source : Archive.extract(source, home.cache(), progress);
        List<Person> everybody = FaceFolder.people(folder, FaceSet.ORDINARY);
        List<Person> people = everybody.stream().filter(p -> p.images().size() > 1).toList();
        if (people.isEmpty()) {
            throw new FacetException(folder + " is not LFW: it should look like " + folder + "/Aaron_Peirsol/Aaron_Peirsol_0001.jpg.");
        }
        return new FaceSet("lfw", people, List.of(), LookalikePairs.groups(everybody));
    }
}
