package facet.study;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;

/**
 * What values a setting has: how they are read and written.
 *
 * @param type of the values
 * @param wanted in words, for whoever wrote something else
 * @param parse a value of its text; throws IllegalArgumentException where there is none
 * @param write the text of a value, as the id of an experiment is computed from it
 */
public record SettingKind<T>(Class<T> type, String wanted, Function<String, T> parse, Function<T, String> write) {

    /** A text, as it is. */
    public static final SettingKind<String> TEXT = new SettingKind<>(String.class, "a text", text -> text, text -> text);
    /** A whole number. */
    public static final SettingKind<Integer> WHOLE = new SettingKind<>(Integer.class, "a whole number", Integer::valueOf, String::valueOf);
    /** A number of pixels. */
    public static final SettingKind<Integer> PIXELS = new SettingKind<>(Integer.class, "a number of pixels", Integer::valueOf, String::valueOf);
    /** A seed of random numbers. */
    public static final SettingKind<Long> SEED = new SettingKind<>(Long.class, "a whole number", Long::valueOf, String::valueOf);
    /** A number, written as a decimal: 0.0003, not 3.0E-4, and 1, not 1.0. */
    public static final SettingKind<Double> NUMBER = new SettingKind<>(Double.class, "a number, such as 0.01", Double::valueOf, SettingKind::decimal);
    /** A number, written as Java does: 1.0. The settings momentum and margin are, in the ids of runs that are there. */
    static final SettingKind<Double> JAVA_NUMBER = new SettingKind<>(Double.class, "a number, such as 0.9", Double::valueOf, String::valueOf);
    /** Yes or no. */
    public static final SettingKind<Boolean> SWITCH = new SettingKind<>(Boolean.class, "true or false", SettingKind::truth, String::valueOf);

    /** @return one of some names, in lower or upper case */
    public static <E extends Enum<E>> SettingKind<E> choice(Class<E> type) {
        String names = String.join(", ", Arrays.stream(type.getEnumConstants()).map(SettingKind::shown).toList());
        return new SettingKind<>(type, "one of " + names, text -> Enum.valueOf(type, text.toUpperCase(Locale.ROOT)), String::valueOf);
    }

    /** Reads a value: as it is, or from its text. */
    T read(Object value) {
        return type.isInstance(value) ? type.cast(value) : parse.apply(String.valueOf(value).strip());
    }

    String text(Object value) {
        return write.apply(type.cast(value));
    }

    /** @return a value for people, as they write it: choices in lower case, but for P2 to P5 */
    static String shown(Object value) {
        return value instanceof Enum<?> ? choiceShown(value.toString()) : String.valueOf(value);
    }

    /** @return the same of a choice's name in Java */
    public static String choiceShown(String name) {
        return name.matches("P[0-9]") ? name : name.toLowerCase(Locale.ROOT);
    }

    private static String decimal(double value) {
        return Double.isFinite(value) ? new BigDecimal(String.valueOf(value)).stripTrailingZeros().toPlainString() : String.valueOf(value);
    }

    private static boolean truth(String text) {
        if (!text.equalsIgnoreCase("true") && !text.equalsIgnoreCase("false")) {
            throw new IllegalArgumentException(text);
        }
        return Boolean.parseBoolean(text);
    }
}
