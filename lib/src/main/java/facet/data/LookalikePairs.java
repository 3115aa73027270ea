package facet.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVParser;

/**
 * Real people who are said to look alike, by name: those 14 pairs of DoppelVer's list (N. Thom, A. DeBolt, L. Brown, E. M. Hand, ISVC 2023; MIT
 * licence) that have both names in LFW. Names are all that was matched, so that a namesake would make a wrong group.
 */
public final class LookalikePairs {

    /** The kind of these groups, and so the name of their test set. */
    public static final String KIND = "real look-alikes";

    private static final String LIST = "lookalike-pairs.csv";

    private LookalikePairs() { }

    /**
     * A pair.
     *
     * @param person a name, such as Hilary Duff
     * @param lookalike the name of who looks like them
     */
    public record Pair(String person, String lookalike) { }

    /** @return the 14 pairs */
    public static List<Pair> all() {
        try (InputStream list = LookalikePairs.class.getResourceAsStream(LIST);
                CSVParser csv = CSVParser.parse(list, StandardCharsets.UTF_8, CsvFile.NAMED_COLUMNS)) {
            return csv.stream().map(row -> new Pair(row.get("person"), row.get("lookalike"))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A group for each pair of which both are among the people and one has two images: that one's first two, and the first of the other.
     *
     * @param people those with a single image, too
     */
    public static List<Triplet> groups(List<Person> people) {
        Map<String, Person> named = people.stream().collect(Collectors.toMap(p -> key(p.name()), Function.identity(), (first, second) -> first));
        return all().stream().flatMap(pair -> group(named.get(key(pair.person())), named.get(key(pair.lookalike())))).toList();
    }

    private static Stream<Triplet> group(Person person, Person lookalike) {
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
