package facet.report;

import facet.model.net.Level;
import facet.study.Experiment;
import facet.study.Variation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Names runs for charts and tables by what tells them apart: a network has one name in all of them. */
public final class RunNames {

    private static final String LEVEL = "level";

    private RunNames() { }

    /** @return what tells an experiment from the others, without some settings: such as P2, lr 0.01 */
    public static String of(Variation all, Experiment experiment, String... without) {
        Map<String, String> own = new LinkedHashMap<>(all.own(experiment));
        own.keySet().removeAll(Set.of(without));
        return own.entrySet().stream().map(setting -> setting(experiment, setting.getKey(), setting.getValue())).collect(Collectors.joining(", "));
    }

    /** @return a setting and its value: a level's network, averaged for the pooling, else such as lr 0.01 */
    public static String setting(Experiment experiment, String setting, String value) {
        return switch (setting) {
            case LEVEL, "pooling" -> value(experiment, setting, value);
            case "size" -> value + " pixels";
            default -> setting + " " + value;
        };
    }

    /** @return a setting's value alone, such as 0.01; a level is named by its network */
    public static String value(Experiment experiment, String setting, String value) {
        String shown = Variation.shown(setting, value);
        if (!setting.equals(LEVEL)) {
            return shown;
        }
        if (shown.equals(Variation.shown(LEVEL, Level.NONE.name()))) {
            return experiment.network().name(Level.NONE);
        }
        return experiment.network().isOnSFace() ? "SFace + FPN " + shown : shown;
    }
}
