package facet.study;

import facet.io.FacetException;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * A setting of an experiment. Whatever reads, checks, writes or explains settings goes by these: the id, experiment.json, study files, {@code facet train}
 * and the tables.
 *
 * @param name in files, tables and {@code train --NAME}
 * @param key in experiment.json: the name of the record's component
 * @param kind how its values are read and written
 * @param standard the value where nobody names one, the paper's; null where it has to be named
 * @param allowed which values can be
 * @param wanted those in words
 * @param help for {@code train --help}, with the standard value
 */
public record Setting<T>(String name, String key, SettingKind<T> kind, T standard, Predicate<T> allowed, String wanted, String help) {

    /** Makes a setting that bears the name of its component. */
    public Setting(String name, SettingKind<T> kind, T standard, Predicate<T> allowed, String wanted, String help) {
        this(name, name, kind, standard, allowed, wanted, help);
    }

    /** Makes a setting that takes any value of its kind. */
    public Setting(String name, SettingKind<T> kind, T standard, String help) {
        this(name, kind, standard, value -> true, kind.wanted(), help);
    }

    /**
     * Reads a value.
     *
     * @param value itself, or its text as a user writes it
     * @throws FacetException where the text stands for none
     */
    public T read(Object value) {
        try {
            return kind.read(value);
        } catch (IllegalArgumentException e) {
            throw new FacetException(refusal(Settings.shown(String.valueOf(value)), kind.wanted()), e);
        }
    }

    /** @throws FacetException where the value can't be */
    void check(Object value) {
        Objects.requireNonNull(value, "an experiment has all of its settings");
        mustBe(allowed.test(kind.type().cast(value)), value, wanted);
    }

    /** @throws FacetException where a value does not go with other settings */
    void mustBe(boolean right, Object value, String otherwise) {
        if (!right) {
            throw new FacetException(refusal(value, otherwise));
        }
    }

    private String refusal(Object value, String otherwise) {
        return "The setting " + name + " is " + SettingKind.shown(value) + "; it has to be " + otherwise + ".";
    }
}
