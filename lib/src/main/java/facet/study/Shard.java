package facet.study;

import facet.io.FacetException;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of several equal parts of a file's runs, for a machine of several. The runs, sorted by their ids, are dealt out in turn: what is trained already does not matter,
 * nor does the order in the file, so shards may start at any time. A run that stands in two studies of the file is in one shard.
 *
 * @param number from 1
 * @param count of all shards
 */
public record Shard(int number, int count) {

    /** More than any cluster gives one person, and enough for a typing error to show. */
    static final int MOST = 10_000;

    private static final Pattern TEXT = Pattern.compile("([0-9]{1,9})/([0-9]{1,9})");

    public Shard {
        if (count < 1 || count > MOST || number < 1 || number > count) {
            throw wrong(number + "/" + count);
        }
    }

    /**
     * Reads a shard.
     *
     * @param text such as 2/4, the second of four
     * @throws FacetException for anything else
     */
    public static Shard of(String text) {
        Matcher found = TEXT.matcher(text);
        if (!found.matches()) {
            throw wrong(Settings.shown(text));
        }
        return new Shard(Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2)));
    }

    private static FacetException wrong(String text) {
        return new FacetException("The shard is " + text + "; write I/N, such as 2/4 for the second of four: I from 1 to N, and N at most " + String.format(Locale.ROOT, "%,d", MOST) + ".");
    }

    /** @return the studies of a file, each with this shard's runs alone; some may have none */
    public List<Study> part(List<Study> studies) {
        TreeSet<String> ids = new TreeSet<>();
        studies.forEach(study -> study.experiments().forEach(experiment -> ids.add(experiment.id())));
        List<String> sorted = List.copyOf(ids);
        TreeSet<String> own = new TreeSet<>();
        for (int i = number - 1; i < sorted.size(); i += count) {
            own.add(sorted.get(i));
        }
        return studies.stream().map(study -> new Study(study.name(), study.experiments().stream().filter(experiment -> own.contains(experiment.id())).toList(), study.epochs()))
                .toList();
    }

    /** Writes the shard as a command takes it, such as 2/4. */
    @Override
    public String toString() {
        return number + "/" + count;
    }
}
