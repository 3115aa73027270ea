package facet.data;

import facet.io.CsvFile;
import facet.io.DataHome;
import facet.io.FacetException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVParser;

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

    /**
     * Reads the given triplets with the likeness of anchor and negative by SFace, as the maker of the set measured it (column sface_an). By this likeness, among
     * others, look-alikes and near-twins were chosen.
     *
     * @throws FacetException where groups.csv can't be read
     */
    public static List<Triplet> judged(DataHome home) {
        Path list = home.generatedFaces().resolve("groups.csv");
        try (CSVParser rows = CsvFile.open(list)) {
            Map<String, Double> likeness = rows.stream().collect(Collectors.toMap(row -> row.get("group"), row -> Double.parseDouble(row.get("sface_an"))));
            return TripletList.read(list).stream().map(t -> t.judged(likeness.get(t.name()))).toList();
        } catch (IOException e) {
            throw new FacetException("Can't read " + list + " (" + e.getMessage() + "). It is part of Facet: git checkout data/generated-faces puts it back.", e);
        }
    }
}
