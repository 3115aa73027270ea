package facet.study;

import facet.data.FaceSets;
import facet.data.FacetException;
import facet.model.net.Precision;
import facet.model.weights.Weights;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads the lines of one study: a setting that is not the paper's, with a value or a list of them; and the epochs. */
final class StudyLines {

    /** At a second each they take more than a day. */
    static final int MOST_RUNS = 100_000;

    private static final int LONGEST = 1000; // characters of a name or value: no path is longer
    private static final String DATA = "data";
    private static final String WEIGHTS = "weights";
    private static final String PRECISION = "precision";
    private static final String EPOCHS = "epochs";

    private final Map<String, Object> lines = new LinkedHashMap<>(); // a value or a list of values

    /** Takes a document as SnakeYAML gives it, every plain word in it a string. */
    StudyLines(Object document) {
        if (!(document instanceof Map<?, ?> map)) {
            throw new FacetException("It has no lines such as level: [P2, P5].");
        }
        map.forEach((name, value) -> lines.put(text("The name of a line", name), value));
    }

    /** @throws FacetException where data or epochs are missing, a setting or value does not exist, or there are too many runs */
    Study study() {
        int epochs = epochs(lines.remove(EPOCHS));
        List<String> faces = lines.containsKey(DATA) ? values(DATA) : List.of();
        if (faces.isEmpty()) {
            throw new FacetException("It names no data: generated, lfw, or a folder.");
        }
        Experiment base = Experiment.paper(faces.get(0));
        Set<String> known = base.settings().keySet();
        Map<String, List<String>> settings = new LinkedHashMap<>();
        long runs = 1;
        for (String name : lines.keySet()) {
            if (!known.contains(name)) {
                throw new FacetException("There is no setting " + Settings.shown(name) + "; there are " + String.join(", ", known) + " and " + EPOCHS + ".");
            }
            List<String> values = values(name);
            if (values.isEmpty()) {
                throw new FacetException("Its " + name + " is an empty list: name a value, or leave the line out.");
            }
            settings.put(name, values);
            runs = Math.multiplyExact(runs, values.size());
            if (runs > MOST_RUNS) {
                throw new FacetException(String.format(Locale.ROOT, "It asks for more than %,d runs, the most that one study has. Shorten its lists.", MOST_RUNS));
            }
        }
        StudyGrid grid = Study.grid(base);
        for (Map.Entry<String, List<String>> setting : settings.entrySet()) {
            grid = grid.with(setting.getKey(), setting.getValue());
        }
        return grid.epochs(epochs);
    }

    private static int epochs(Object value) {
        String text = value instanceof Map || value instanceof List ? "a list" : Settings.shown(String.valueOf(value));
        if (text.matches("[1-9][0-9]{0,8}")) {
            return Integer.parseInt(text);
        }
        throw new FacetException("Its epochs are " + text + "; write how many, such as epochs: 10.");
    }

    private List<String> values(String name) {
        List<?> values = lines.get(name) instanceof List<?> list ? list : Collections.singletonList(lines.get(name)); // null has a tag of its own
        return values.stream().map(value -> located(name, text("Its " + name, value))).toList();
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

    /** What depends on where and on what the study runs is settled here, before it becomes an experiment. */
    private static String located(String name, String value) {
        return switch (name) {
            case DATA -> AbsolutePath.of(value, FaceSets.NAMES);
            case WEIGHTS -> AbsolutePath.of(value, Weights.NAMES);
            case PRECISION -> value.equalsIgnoreCase("auto") ? Precision.auto().toString() : value;
            default -> value;
        };
    }
}
