package facet.report.chart;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Chooses the looks of the series of one chart by what their labels name. */
final class Looks {

    private Looks() { }

    /**
     * Gives each label its look: that of the network that it names ({@link PlottedNetwork}), else one of a setting ({@link Look#setting}). A second line of the same
     * network has its colour, and dashes and a marker that no other line of the chart has.
     *
     * @param labels without doubles, in the order of the legend
     */
    static Map<String, Look> of(Collection<String> labels) {
        List<PlottedNetwork> networks = labels.stream().map(PlottedNetwork::of).flatMap(Optional::stream).distinct().toList();
        Set<Integer> dashes = networks.stream().map(PlottedNetwork::dash).collect(Collectors.toCollection(HashSet::new));
        Set<Integer> markers = networks.stream().map(PlottedNetwork::hue).collect(Collectors.toCollection(HashSet::new));
        IntStream.range(0, (int) labels.stream().filter(label -> PlottedNetwork.of(label).isEmpty()).count()).forEach(setting -> {
            dashes.add(Look.settingDash(setting));
            markers.add(Look.settingMarker(setting));
        });
        Set<PlottedNetwork> seen = EnumSet.noneOf(PlottedNetwork.class);
        Map<String, Look> looks = new LinkedHashMap<>();
        int settings = 0;
        for (String label : labels) {
            Optional<PlottedNetwork> network = PlottedNetwork.of(label);
            if (network.isEmpty()) {
                looks.put(label, Look.setting(settings++));
            } else if (seen.add(network.get())) {
                looks.put(label, network.get().look());
            } else {
                looks.put(label, Look.of(network.get().hue(), free(dashes), free(markers)));
            }
        }
        return looks;
    }

    /** Takes the first number from 0 that is free. */
    private static int free(Set<Integer> taken) {
        int number = 0;
        while (!taken.add(number)) {
            number++;
        }
        return number;
    }
}
