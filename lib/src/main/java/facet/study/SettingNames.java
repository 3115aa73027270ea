package facet.study;

import java.util.Map;
import java.util.stream.Collectors;

/** Two settings have a name in files and another one as options of {@code facet train}; each is understood in both places. */
public final class SettingNames {

    private static final Map<String, String> OPTIONS = Map.of("split", "split-seed", "groups", "limit");
    private static final Map<String, String> SETTINGS = OPTIONS.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));

    private SettingNames() { }

    /** @return the option of a setting, without dashes */
    public static String option(String setting) {
        return OPTIONS.getOrDefault(setting, setting);
    }

    /** @return the setting of a name that may be its option's */
    public static String setting(String name) {
        return SETTINGS.getOrDefault(name, name);
    }

    /** @return the options of {@code facet train} that make an experiment's run: what is not the paper's, and what a terminal would choose otherwise */
    public static String trainOptions(Experiment experiment) {
        Map<String, String> standard = Experiment.paper("").settings();
        return experiment.settings().entrySet().stream().filter(each -> each.getKey().equals(Network.PRECISION.name()) || !each.getValue().equals(standard.get(each.getKey())))
                .map(each -> "--" + option(each.getKey()) + " " + (each.getValue().matches("[\\w./,:-]+") ? each.getValue() : "'" + each.getValue() + "'")).collect(Collectors.joining(" "));
    }
}
