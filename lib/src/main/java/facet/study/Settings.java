package facet.study;

import facet.data.FacetException;
import facet.data.PlainText;
import facet.model.Backbone;
import facet.model.Pooling;
import facet.model.net.Level;
import facet.model.net.Precision;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * An experiment in words: as its id is computed from, as a study's file names it, as a table shows it.
 *
 * @param values by the settings' names, in a fixed order
 */
record Settings(Map<String, String> values) {

    private static final int SHOWN = 100; // characters of a value that a message repeats

    /** The words of an experiment. */
    static Settings of(Experiment e) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("data", e.data());
        values.put("groups", String.valueOf(e.groups()));
        values.put("size", String.valueOf(e.size()));
        values.put("level", String.valueOf(e.level()));
        values.put("pooling", String.valueOf(e.pooling()));
        values.put("weights", e.weights());
        values.put("lr", new BigDecimal(String.valueOf(e.learningRate())).stripTrailingZeros().toPlainString()); // 0.0003, not 3.0E-4
        values.put("momentum", String.valueOf(e.momentum()));
        values.put("margin", String.valueOf(e.margin()));
        values.put("batch", String.valueOf(e.batch()));
        values.put("split", String.valueOf(e.splitSeed()));
        values.put("seed", String.valueOf(e.seed()));
        values.put("precision", String.valueOf(e.precision()));
        values.put("backbone", String.valueOf(e.backbone()));
        return new Settings(values);
    }

    /** @return settings in a line, such as level=P2 lr=0.01 */
    static String line(Map<String, String> settings) {
        return settings.entrySet().stream().map(setting -> setting.getKey() + "=" + setting.getValue()).collect(Collectors.joining(" "));
    }

    /** @return a user's own text for a message: in one line, and cut where it is long */
    static String shown(String text) {
        return PlainText.line(text, SHOWN);
    }

    /** @throws FacetException for a value that does not exist */
    Experiment experiment() {
        return new Experiment(values.get("data"), read("groups", "a whole number", Integer::valueOf), read("size", "a number of pixels", Integer::valueOf),
                read("level", Level.class), read("pooling", Pooling.class), values.get("weights"),
                read("lr", "a number", Double::valueOf), read("momentum", "a number", Double::valueOf), read("margin", "a number", Double::valueOf),
                read("batch", "a whole number", Integer::valueOf), read("split", "a whole number", Long::valueOf),
                read("seed", "a whole number", Long::valueOf), read("precision", Precision.class), read("backbone", Backbone.class));
    }

    private <E extends Enum<E>> E read(String setting, Class<E> type) {
        String names = String.join(", ", Arrays.stream(type.getEnumConstants()).map(Enum::name).toList());
        return read(setting, "one of " + names, value -> Enum.valueOf(type, value.toUpperCase(Locale.ROOT)));
    }

    private <T> T read(String setting, String wanted, Function<String, T> parse) {
        try {
            return parse.apply(values.get(setting).strip());
        } catch (IllegalArgumentException e) {
            throw new FacetException("The setting " + setting + " is " + shown(values.get(setting)) + "; it has to be " + wanted + ".", e);
        }
    }
}
