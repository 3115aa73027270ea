package facet.study;

import facet.io.FacetException;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the lines of one study: a setting that is not the paper's, with a value or a list of them; the epochs; and the name. */
final class StudyLines {

    /** At a second each they take more than a day. */
    static final int MOST_RUNS = 100_000;

    private static final int LONGEST = 1000; // characters of a name or value: no path is longer
    private static final String NAME = "name";
    private static final String EPOCHS = "epochs";
    private static final String SEED = "seed"; // the setting, and the value of split that makes each seed's split its own

    private final Map<String, Object> lines = new LinkedHashMap<>(); // a value or a list of values
    private final Object name; // null where it has none
    private final int epochs;

    /** Takes a document as SnakeYAML gives it, every plain word in it a string. */
    StudyLines(Object document) {
        if (!(document instanceof Map<?, ?> map)) {
            throw new FacetException("It has no lines such as level: [P2, P5].");
        }
        map.forEach((line, value) -> add(text("The name of a line", line), value));
        name = lines.remove(NAME);
        epochs = epochs(lines.remove(EPOCHS));
    }

    private void add(String line, Object value) {
        String setting = SettingNames.setting(line);
        if (lines.containsKey(setting)) {
            throw new FacetException("It has the lines " + setting + " and " + SettingNames.option(setting) + ", two names of one setting. Keep one of the two lines.");
        }
        lines.put(setting, value);
    }

    /** @throws FacetException where data or epochs are missing, a setting or value does not exist, a value stands there twice or goes unused, or there are too many runs */
    Study study() {
        List<Settings> runs = settings(Experiment.paper("").values());
        Descent.checkUsed(runs);
        return new Study(name(), runs.stream().map(Experiment::of).toList(), epochs);
    }

    private String name() {
        return name == null ? "" : text("Its " + NAME, name);
    }

    /**
     * Reads the settings of each run.
     *
     * @param standard all settings that there are, with the value of those that have no line
     */
    List<Settings> settings(Settings standard) {
        if (!lines.containsKey(Faces.DATA.name()) || words(Faces.DATA.name()).isEmpty()) {
            throw new FacetException("It names no data: generated, lfw, or a folder.");
        }
        List<Settings> runs = List.of(standard);
        for (String line : lines.keySet()) {
            List<String> known = List.copyOf(standard.texts().keySet());
            if (!known.contains(line)) {
                throw unknown(line, known);
            }
            List<String> words = words(line);
            if (words.isEmpty()) {
                throw new FacetException("Its " + line + " is an empty list: name a value, or leave the line out.");
            }
            if ((long) runs.size() * words.size() > MOST_RUNS) {
                throw new FacetException(String.format(Locale.ROOT, "It has more than %,d runs, the most that one study can have. Shorten its lists.", MOST_RUNS));
            }
            if (!ownSplits(line, words)) {
                checkDistinct(standard.setting(line), words);
                runs = runs.stream().flatMap(run -> words.stream().map(word -> run.with(line, word))).toList();
            }
        }
        String split = Faces.SPLIT_SEED.name();
        return lines.containsKey(split) && ownSplits(split, words(split)) ? runs.stream().map(run -> run.with(split, run.texts().get(SEED))).toList() : runs;
    }

    private static FacetException unknown(String line, List<String> known) {
        String meant = NearestName.of(line, Stream.concat(known.stream(), Stream.of(EPOCHS, NAME)).toList()).map(name -> ": did you mean " + name + "? There").orElse("; there");
        return new FacetException("There is no setting " + Settings.shown(line) + meant + " are " + String.join(", ", known) + " and " + EPOCHS + ".");
    }

    /** Refuses a value that stands in a list twice, such as 0.01 and 1e-2: one run would come of two. */
    private static void checkDistinct(Setting<?> setting, List<String> words) {
        Set<Object> values = new HashSet<>();
        words.stream().filter(word -> !values.add(setting.read(word))).findFirst().ifPresent(word -> {
            throw new FacetException("Its " + setting.name() + " has " + Settings.shown(word) + " twice, which would be one run. Keep one, or write another value.");
        });
    }

    /** Tells whether the line is {@code split: seed}: each seed tests other people. */
    private static boolean ownSplits(String line, List<String> words) {
        return line.equals(Faces.SPLIT_SEED.name()) && words.equals(List.of(SEED));
    }

    private static int epochs(Object value) {
        if (value == null) {
            throw new FacetException("It names no epochs: write how many, such as epochs: 10.");
        }
        String text = value instanceof String word ? Settings.shown(word) : "a list";
        if (text.matches("[1-9][0-9]{0,8}")) {
            return Integer.parseInt(text);
        }
        throw new FacetException("Its epochs are " + (text.isEmpty() ? "empty" : text) + "; write how many, such as epochs: 10.");
    }

    private List<String> words(String line) {
        List<?> words = lines.get(line) instanceof List<?> list ? list : Collections.singletonList(lines.get(line)); // null has a tag of its own
        return words.stream().map(word -> UserWords.settled(line, text("Its " + line, word))).toList();
    }

    /** A word of the file. Anything else may hold itself, or a million others in a few lines: it is neither printed nor looked into. */
    private static String text(String what, Object value) {
        if (!(value instanceof String text)) {
            throw new FacetException(what + " is no plain word: write one value, or a list such as [P2, P5].");
        }
        if (text.isBlank()) {
            throw new FacetException(what + " is empty: write a value, or leave the line out.");
        }
        if (text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
            throw new FacetException(what + " is " + Settings.shown(text) + ": it is too long, or has characters that can't be printed.");
        }
        return text;
    }
}
