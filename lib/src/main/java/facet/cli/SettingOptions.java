package facet.cli;

import facet.io.FacetException;
import facet.study.Setting;
import facet.study.SettingNames;
import facet.study.Settings;
import facet.study.UserWords;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** An option for each setting of an experiment: what a run can be, a terminal can name. */
final class SettingOptions {

    /** The order of --help; settings that are not among them follow. */
    private static final List<String> FIRST = List.of("data", "level", "pooling", "weights", "lr", "momentum", "margin", "batch", "size", "seed", "split",
            "precision", "backbone", "groups");
    private static final Map<String, String> LABELS = Map.of("data", "generated|lfw|DIR|FILE.csv", "weights", "FILE", "batch", "TRIPLETS", "size", "PIXELS",
            "split", "SEED", "groups", "TRIPLETS", "warmup", "EPOCHS", "over", "EPOCHS", "accumulate", "BATCHES");
    private static final String PRECISION = "precision";

    private final Settings standard;
    private final Map<Setting<?>, OptionSpec> options = new LinkedHashMap<>();
    private final Map<Setting<?>, OptionSpec> asInFiles = new LinkedHashMap<>(); // hidden: the names that two of them have in a study's file

    /** Makes the options of these settings, whose values are those of an option that is left out. */
    SettingOptions(Settings standard) {
        this.standard = standard;
        standard.values().keySet().stream().sorted(Comparator.comparingInt(SettingOptions::place)).forEach(setting -> {
            String name = SettingNames.option(setting.name());
            options.put(setting, option(setting, name, false));
            if (!name.equals(setting.name())) {
                asInFiles.put(setting, option(setting, setting.name(), true));
            }
        });
    }

    private static int place(Setting<?> setting) {
        int place = FIRST.indexOf(setting.name());
        return place >= 0 ? place : FIRST.size();
    }

    private static OptionSpec option(Setting<?> setting, String name, boolean hidden) {
        boolean auto = setting.name().equals(PRECISION); // a word of the terminal's: what it stands for is the setting
        return OptionSpec.builder("--" + name).hidden(hidden)
                .paramLabel(LABELS.getOrDefault(setting.name(), "<" + setting.key() + ">"))
                .arity("1").type(auto ? String.class : setting.kind().type()).required(setting.standard() == null)
                .description(auto ? "fp32, bf16, or auto: bf16 where the processor has instructions for it. Default: auto." : setting.help()).build();
    }

    /** Adds those to a command without which it can't be called. */
    void addRequired(CommandSpec command) {
        options.values().stream().filter(OptionSpec::required).forEach(command::addOption);
    }

    /** Adds the others. */
    void addOptional(CommandSpec command) {
        options.values().stream().filter(option -> !option.required()).forEach(command::addOption);
        asInFiles.values().forEach(command::addOption);
    }

    /** Returns the settings that the command was called with.
     *
     * @throws FacetException for a value that can't be
     */
    Settings settings() {
        Settings settings = standard;
        for (Map.Entry<Setting<?>, OptionSpec> each : options.entrySet()) {
            String name = each.getKey().name();
            Object value = value(each.getKey());
            if (name.equals(PRECISION)) {
                settings = settings.with(name, ModelOptions.precision(value == null ? "auto" : value.toString()));
            } else if (value != null) {
                settings = settings.with(name, checked(name, value));
            }
        }
        return settings;
    }

    private Object value(Setting<?> setting) {
        Object value = options.get(setting).getValue();
        Object other = asInFiles.containsKey(setting) ? asInFiles.get(setting).getValue() : null;
        if (value != null && other != null) {
            throw new FacetException("--" + SettingNames.option(setting.name()) + " and --" + setting.name() + " are two names of one setting. Give one of them.");
        }
        return value != null ? value : other;
    }

    /** Checks a value; one of an option that is not named as its setting is refused by the option's name. */
    private static Object checked(String name, Object value) {
        if (name.equals("size")) {
            ImageSize.check((int) value);
        }
        if (name.equals("groups") && (int) value < 0) {
            throw new FacetException("--limit is " + value + "; it has to be 0 for all triplets, or a number of triplets.");
        }
        return value instanceof String word ? UserWords.settled(name, word) : value;
    }
}
