package facet.report.chart;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Chooses the looks of the series of one chart by what their labels name. */
final class Looks {

    private Looks() { }

    /**
     * Gives each label its look: that of the network that it names ({@link PlottedNetwork}), else the palette's next one that no network of this chart has.
     *
     * @param labels without doubles, in the order of the legend
     */
    static Map<String, Look> of(Collection<String> labels) {
        Set<Integer> taken = labels.stream().map(PlottedNetwork::of).flatMap(Optional::stream).map(PlottedNetwork::hue).collect(Collectors.toSet());
        List<PlottedNetwork> seen = new ArrayList<>();
        Map<String, Look> looks = new LinkedHashMap<>();
        int next = 0;
        for (String label : labels) {
            Optional<PlottedNetwork> network = PlottedNetwork.of(label);
            if (network.isPresent()) {
                looks.put(label, network.get().look((int) seen.stream().filter(network.get()::equals).count()));
                seen.add(network.get());
            } else {
                while (taken.contains(next % Palette.LINES.size()) && taken.size() < Palette.LINES.size()) {
                    next++;
                }
                looks.put(label, Look.of(next, next));
                next++;
            }
        }
        return looks;
    }
}
