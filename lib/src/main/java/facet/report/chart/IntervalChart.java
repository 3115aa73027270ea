package facet.report.chart;

import facet.eval.TripletAccuracy;
import facet.paper.PaperNumbers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Accuracies of sets with their 95 % intervals, one or more runs side by side, and the paper's numbers. */
public final class IntervalChart implements Drawable {

    private final String title;
    private final Map<String, List<TripletAccuracy>> runs = new LinkedHashMap<>();

    private IntervalChart(String title) {
        this.title = title;
    }

    /** @return a chart without runs */
    public static IntervalChart of(String title) {
        return new IntervalChart(title);
    }

    /** Adds the accuracies of runs, by the names that the legend shows. */
    public IntervalChart runs(Map<String, List<TripletAccuracy>> named) {
        runs.putAll(named);
        return this;
    }

    /** @throws IllegalArgumentException where there is no accuracy to show */
    @Override
    public Figure figure() {
        List<String> measured = runs.values().stream().flatMap(List::stream).map(TripletAccuracy::set).distinct().toList();
        if (measured.isEmpty()) {
            throw new IllegalArgumentException("There is no accuracy to show: the runs have no sets.");
        }
        List<String> sets = places(measured);
        XyPlot plot = new XyPlot(title, "", Measure.ACCURACY.axis(), -0.5, sets.size() - 0.5, -0.02, 1.02);
        plot.names(sets.stream().map(set -> measured.contains(set) ? set : set + " (paper)").toList());
        plot.add(Reference.CHANCE);
        Legend legend = new Legend();
        boolean paper = sets.stream().anyMatch(set -> PaperNumbers.table1(set).isPresent());
        int slots = runs.size() + (paper ? 1 : 0); // side by side around a set's name
        int slot = 0;
        Map<String, Look> looks = Looks.of(runs.keySet());
        for (Map.Entry<String, List<TripletAccuracy>> run : runs.entrySet()) {
            Look look = looks.get(run.getKey());
            double shift = shift(slot++, slots);
            for (TripletAccuracy result : run.getValue()) {
                plot.add(run.getKey(), sets.indexOf(result.set()) + shift, result.accuracy(), result.interval(), look);
            }
            legend.add(run.getKey() + ", 95 % interval", look);
        }
        paper(plot, legend, sets, shift(slot, slots));
        return new Figure(plot, legend);
    }

    /** Lists the measured sets; beside sets of the paper also those of real faces that the paper alone has, since no other set stands in for them. */
    static List<String> places(List<String> measured) {
        Stream<String> papers = PaperNumbers.TABLE_1.stream().filter(PaperNumbers.Row::isUnpublished).map(PaperNumbers.Row::set);
        boolean beside = measured.stream().anyMatch(set -> PaperNumbers.table1(set).isPresent());
        return Stream.concat(measured.stream(), beside ? papers : Stream.empty()).distinct().toList();
    }

    /** How far right of its set's name a run stands, in units of the distance between two sets. */
    private static double shift(int slot, int slots) {
        return (slot - (slots - 1) / 2.0) * 0.6 / slots;
    }

    private static void paper(XyPlot plot, Legend legend, List<String> sets, double shift) {
        Look look = new Look(Palette.INK, SeriesMarkers.DIAMOND, Look.of(0, 0).line());
        for (int i = 0; i < sets.size(); i++) {
            double at = i + shift;
            PaperNumbers.table1(sets.get(i)).ifPresent(row -> {
                plot.add("paper", at, row.accuracy(), row.interval(), look);
                legend.add("paper, Table 1, 95 % interval", look);
            });
        }
    }
}
