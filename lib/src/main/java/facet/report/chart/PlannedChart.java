package facet.report.chart;

import facet.eval.compare.PlannedComparison;
import facet.eval.compare.UnpairedComparison;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Locale;
import java.util.stream.Stream;

/** Shows the differences of planned comparisons with their 95 % intervals, between the bounds within which networks are called equivalent. */
public final class PlannedChart implements Drawable {

    private final String title;
    private final Map<String, List<PlannedComparison>> endpoints = new LinkedHashMap<>();

    private PlannedChart(String title) {
        this.title = title;
    }

    /** Makes a chart without comparisons. */
    public static PlannedChart of(String title) {
        return new PlannedChart(title);
    }

    /** Adds the comparisons of an endpoint, under the name that the legend shows. Each endpoint has the same comparisons. */
    public PlannedChart endpoint(String name, List<PlannedComparison> comparisons) {
        endpoints.put(name, List.copyOf(comparisons));
        return this;
    }

    /** @throws IllegalArgumentException where there is no comparison */
    @Override
    public Figure figure() {
        List<PlannedComparison> all = endpoints.values().stream().flatMap(List::stream).toList();
        if (all.isEmpty()) {
            throw new IllegalArgumentException("There is no comparison to show. Were the runs trained?");
        }
        double bound = all.get(0).verdict().bound();
        double most = Stream.concat(Stream.of(bound), all.stream().map(each -> each.unpaired().interval()).flatMap(i -> Stream.of(Math.abs(i.low()), Math.abs(i.high()))))
                .mapToDouble(x -> x).max().orElseThrow() * 1.1;
        List<String> names = endpoints.values().iterator().next().stream().map(each -> each.first() + " \u2013 " + each.second()).toList();
        XyPlot plot = new XyPlot(title, "", "difference of accuracies", -0.5, names.size() - 0.5, -most, most);
        plot.names(names);
        plot.add(new Reference("no difference", 0));
        plot.add(new Reference(String.format(Locale.ROOT, "+%.0f points", 100 * bound), bound));
        plot.add(new Reference(String.format(Locale.ROOT, "-%.0f points", 100 * bound), -bound));
        Legend legend = new Legend();
        int slot = 0;
        for (Map.Entry<String, List<PlannedComparison>> endpoint : endpoints.entrySet()) {
            Look look = Look.setting(slot).dashed(0);
            double shift = (slot++ - (endpoints.size() - 1) / 2.0) * 0.3;
            for (int i = 0; i < endpoint.getValue().size(); i++) {
                UnpairedComparison found = endpoint.getValue().get(i).unpaired();
                plot.add(endpoint.getKey(), i + shift, found.difference(), found.interval(), look);
            }
            legend.add(endpoint.getKey() + ", 95 % interval", look);
        }
        return new Figure(plot, legend);
    }
}
