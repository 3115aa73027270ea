package facet.data;

import facet.io.DataHome;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The embedded faces, which no person stands behind (data/generated-faces/DATASHEET.md). */
public final class GeneratedFaces {

    private GeneratedFaces() { }

    /** @return 220 ordinary people, and 331 given triplets of the kinds ordinary, lookalike and twinlike */
    public static FaceSet open(DataHome home) {
        List<Triplet> triplets = TripletList.read(home.generatedFaces().resolve("groups.csv"));
        Set<Path> ordinary = triplets.stream().filter(t -> t.kind().equals(FaceSet.ORDINARY)).map(t -> t.anchor().getParent())
                .collect(Collectors.toSet());
        List<Person> people = FaceFolder.people(home.generatedFaces().resolve("images"), FaceSet.ORDINARY).stream()
                .filter(person -> ordinary.contains(person.images().get(0).toAbsolutePath().getParent())).toList();
        return new FaceSet("generated", people, List.of(), triplets);
    }
}
