package facet.study;

import facet.model.Backbone;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The settings of a reading in words, such as P5, flatten, frozen backbone, batch 32. */
final class ReadingWords {

    /** What seeds and both learning rates of one reading differ in. */
    static final Set<String> REPEATED = Set.of("seed", "split", "lr");

    private ReadingWords() { }

    /** @return the settings of an experiment that are the same for all runs of its reading */
    static Map<String, String> settings(Experiment experiment) {
        Map<String, String> settings = new LinkedHashMap<>(experiment.values().texts());
        settings.keySet().removeAll(REPEATED);
        Network network = experiment.network();
        if (network.hasLinearLayer()) {
            settings.put(Network.LEVEL.name(), network.name());
        }
        boolean whole = network.stages() == Network.STAGES.standard() && network.norms() == Network.NORMS.standard(); // which "trained backbone" says
        if (network.backbone() == Backbone.FROZEN || whole) {
            settings.keySet().removeAll(Set.of("stages", "norms"));
        }
        return settings;
    }

    /** @return a reading's settings in words, without those in which no reading differs; the pooling is always there, so that no name is empty */
    static String of(Map<String, String> settings, Set<String> differing) {
        List<String> words = settings.entrySet().stream().filter(setting -> differing.contains(setting.getKey())).map(setting -> word(setting.getKey(), setting.getValue())).toList();
        return words.isEmpty() ? word("level", settings.get("level")) + ", " + word("pooling", settings.get("pooling")) : String.join(", ", words);
    }

    private static String word(String setting, String value) {
        return switch (setting) {
            case "level", "pooling" -> Variation.shown(setting, value);
            case "backbone" -> value.toLowerCase(Locale.ROOT) + " backbone";
            case "stages" -> value + (value.equals("1") ? " stage" : " stages");
            case "norms" -> value.toLowerCase(Locale.ROOT) + " norms";
            case "size" -> value + " px";
            default -> setting + " " + value;
        };
    }
}
