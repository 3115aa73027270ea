package facet.study;

import facet.io.FacetException;
import facet.io.PlainText;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Settings and their values: an experiment as a list, whatever each of them means.
 *
 * @param values by setting
 */
public record Settings(Map<Setting<?>, Object> values) {

    /**
     * Those of the first recorded runs: they are always written, in this order. A setting that came later is written behind them, and only where it differs from
     * its standard value, so that runs from before it keep their ids.
     */
    static final List<String> FIRST = List.of("data", "groups", "size", "level", "pooling", "weights", "lr", "momentum", "margin", "batch", "split", "seed",
            "precision", "backbone");

    /** None yet: each has its standard value. */
    static final Settings STANDARD = new Settings(Map.of());

    private static final int SHOWN = 100; // characters of a value that a message repeats

    public Settings {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** @return the value of a setting, the standard one where there is none */
    public <T> T value(Setting<T> setting) {
        return setting.kind().type().cast(values.getOrDefault(setting, setting.standard()));
    }

    /** @return the same with one value, of a setting that it has or of a new one */
    public <T> Settings with(Setting<T> setting, T value) {
        return put(setting, value);
    }

    /**
     * Makes the same settings but for one.
     *
     * @param name of the setting
     * @param value itself, or its text as a file or a terminal has it; a Path becomes absolute
     * @throws FacetException for a setting or value that does not exist
     */
    public Settings with(String name, Object value) {
        Setting<?> setting = setting(name);
        return put(setting, setting.read(value instanceof Path path ? path.toAbsolutePath().normalize().toString() : value));
    }

    private Settings put(Setting<?> setting, Object value) {
        Map<Setting<?>, Object> other = new LinkedHashMap<>(values);
        other.put(setting, value);
        return new Settings(other);
    }

    /** @return these and others */
    Settings and(Settings others) {
        Map<Setting<?>, Object> all = new LinkedHashMap<>(values);
        all.putAll(others.values);
        return new Settings(all);
    }

    /** @return the setting of a name; throws FacetException where there is none */
    public Setting<?> setting(String name) {
        return values.keySet().stream().filter(setting -> setting.name().equals(name)).findFirst()
                .orElseThrow(() -> new FacetException("There is no setting " + shown(name) + NearestName.of(name, texts().keySet())
                        .map(meant -> ": did you mean " + meant + "? There").orElse("; there") + " are " + String.join(", ", texts().keySet()) + "."));
    }

    /** @throws FacetException where a value can't be */
    void check() {
        values.forEach(Setting::check);
    }

    /** @return the text of every value, by the setting's name */
    public Map<String, String> texts() {
        return texts(ordered(values));
    }

    /** @return the settings that an experiment is known by, with their values */
    Map<Setting<?>, Object> written() {
        Map<Setting<?>, Object> written = ordered(values);
        written.entrySet().removeIf(entry -> !FIRST.contains(entry.getKey().name()) && entry.getValue().equals(entry.getKey().standard()));
        return written;
    }

    private static Map<Setting<?>, Object> ordered(Map<Setting<?>, Object> values) {
        Map<Setting<?>, Object> ordered = new LinkedHashMap<>();
        values.entrySet().stream().sorted(Comparator.comparingInt(entry -> place(entry.getKey()))).forEach(entry -> ordered.put(entry.getKey(), entry.getValue()));
        return ordered;
    }

    private static int place(Setting<?> setting) {
        int place = FIRST.indexOf(setting.name());
        return place >= 0 ? place : FIRST.size(); // the sort leaves those as they come
    }

    /** @return one line of what is {@link #written}; two experiments are the same where these are */
    public String canonical() {
        return line(texts(written()));
    }

    /** @return the first 12 digits of the SHA-256 of the canonical text */
    public String id() {
        return DigestUtils.sha256Hex(canonical()).substring(0, 12);
    }

    static Map<String, String> texts(Map<Setting<?>, Object> values) {
        Map<String, String> texts = new LinkedHashMap<>();
        values.forEach((setting, value) -> texts.put(setting.name(), setting.kind().text(value)));
        return texts;
    }

    /** @return settings in a line, such as level=P2 lr=0.01 */
    static String line(Map<String, String> settings) {
        return settings.entrySet().stream().map(setting -> setting.getKey() + "=" + setting.getValue()).collect(Collectors.joining(" "));
    }

    /** @return a user's own text for a message: in one line, and cut where it is long */
    static String shown(String text) {
        return PlainText.line(text, SHOWN);
    }
}
