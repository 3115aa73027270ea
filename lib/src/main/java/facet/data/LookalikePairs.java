package facet.data;

import facet.data.download.PublishedFile;
import facet.io.DataHome;
import facet.io.FacetException;
import facet.io.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Real people who look alike by the judgement of others, by name. The list is DoppelVer's (N. Thom, A. DeBolt, L. Brown, E. M. Hand, ISVC 2023), 237 pairs; both people of
 * 14 of them are in LFW. It is no part of Facet. Names are all that is matched, so that a namesake would make a wrong triplet.
 */
public final class LookalikePairs {

    /** The kind of these triplets, and so the name of their test set. */
    public static final String KIND = "real look-alikes";

    /** The environment variable that names a copy of the list. */
    public static final String VARIABLE = "FACET_LOOKALIKES";

    private static final PublishedFile LIST = new PublishedFile(VARIABLE, "a CSV whose first two columns name the two people of a pair", "doppelganger-pairs.csv",
            URI.create("https://raw.githubusercontent.com/NateThom/DoppelVer_code/9b61b17de5a6ce4e20d731956d478223608eecf4/doppelgangerPairs.csv"),
            "59352ad8490f41b3720b2599d2c46021572fff65ad987d53c2a234f1e627014a");

    private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setHeader("person", "lookalike").setSkipHeaderRecord(true).setIgnoreEmptyLines(true).get();

    private LookalikePairs() { }

    /**
     * A pair.
     *
     * @param person a name, such as Anna Doe
     * @param lookalike the name of who looks like them
     */
    public record Pair(String person, String lookalike) { }

    /**
     * Opens the list, from FACET_LOOKALIKES, from data/cache, or downloaded (6 KB).
     *
     * @throws FacetException where it can't be had. Nothing goes on without it: it decides who is kept from training, so that the split would be another
     */
    public static List<Pair> open(DataHome home, Progress progress) {
        return open(LIST, System.getenv(VARIABLE), home, progress);
    }

    static List<Pair> open(PublishedFile list, String named, DataHome home, Progress progress) {
        return read(list.copy(named).orElseGet(() -> {
            try {
                return list.fetch(home, progress);
            } catch (FacetException e) {
                throw new FacetException("The set lfw needs a list of look-alikes, who are kept from training. " + e.getMessage() + " Or set " + VARIABLE
                        + " to a copy.", e);
            }
        }));
    }

    /**
     * Reads a list.
     *
     * @param list a CSV in UTF-8 whose first line names the columns, and whose first two columns are the two people
     * @throws FacetException where it can't be read, or a row has one name
     */
    static List<Pair> read(Path list) {
        try (CSVParser csv = CSVParser.parse(Files.newBufferedReader(list), FORMAT)) { // which refuses what is no UTF-8
            List<Pair> pairs = new ArrayList<>();
            for (CSVRecord row : csv) {
                if (row.size() < 2 || row.get(0).isBlank() || row.get(1).isBlank()) {
                    throw new FacetException(list + ", line " + csv.getCurrentLineNumber() + ": a pair needs two names.");
                }
                pairs.add(new Pair(row.get(0), row.get(1)));
            }
            return pairs;
        } catch (IOException | UncheckedIOException e) { // the latter from the rows
            throw new FacetException("Can't read " + list + " (" + e.getMessage() + "). It should be a CSV in UTF-8.", e);
        }
    }

    /**
     * Makes a triplet of each pair of which both are among the people and one has two images: that one's first two, and the first of the other.
     *
     * @param pairs the list
     * @param people those with a single image, too
     */
    public static List<Triplet> triplets(List<Pair> pairs, List<Person> people) {
        Map<String, Person> named = people.stream().collect(Collectors.toMap(p -> key(p.name()), Function.identity(), (first, second) -> first));
        return pairs.stream().flatMap(pair -> triplet(named.get(key(pair.person())), named.get(key(pair.lookalike())))).toList();
    }

    private static Stream<Triplet> triplet(Person person, Person lookalike) {
        if (person == null || lookalike == null || Math.max(person.images().size(), lookalike.images().size()) < 2) {
            return Stream.empty();
        }
        Person anchor = person.images().size() > 1 ? person : lookalike;
        Person other = anchor == person ? lookalike : person;
        return Stream.of(new Triplet(anchor.name() + " and " + other.name(), KIND, anchor.images().get(0), anchor.images().get(1), other.images().get(0)));
    }

    /** A name without what spellings differ in: accents, capitals, hyphens, underscores. */
    private static String key(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKD).replaceAll("\\p{M}", "").replaceAll("[\\s_-]+", " ").strip().toLowerCase(Locale.ROOT);
    }
}
