package facet.report.chart;

import facet.eval.TripletDistances;
import facet.paper.PaperNumbers;
import facet.report.Numbers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Each triplet as a point: d(A, P) across, d(A, N) up. Above the diagonal it is correct, above the margin line it has no loss. */
public final class DistanceChart implements Drawable {

    private static final int HEIGHT = 540;

    private final String title;
    private List<TripletDistances> triplets = List.of();
    private double margin = PaperNumbers.MARGIN;

    private DistanceChart(String title) {
        this.title = title;
    }

    /** @return a chart without triplets */
    public static DistanceChart of(String title) {
        return new DistanceChart(title);
    }

    /** Sets the triplets to show, one colour for each kind; one whose distance is no finite number is left out. */
    public DistanceChart triplets(List<TripletDistances> measured) {
        triplets = measured.stream().filter(triplet -> Double.isFinite(triplet.anchorPositive()) && Double.isFinite(triplet.anchorNegative())).toList();
        return this;
    }

    /** Sets the triplet loss's margin; the paper's without it. */
    public DistanceChart margin(double distance) {
        margin = distance;
        return this;
    }

    @Override
    public Figure figure() {
        double top = triplets.stream().mapToDouble(triplet -> Math.max(triplet.anchorPositive(), triplet.anchorNegative())).max().orElse(1) * 1.05;
        double end = top > 0 ? top : 1;
        XyPlot plot = new XyPlot(title, "d(anchor, positive), Euclidean", "d(anchor, negative), Euclidean", -0.03 * end, end, -0.03 * end, end); // 0 has a tick
        plot.style().setMarkerSize(7);
        Legend legend = new Legend();
        line(plot, legend, "correct above: d(A,N) = d(A,P)", 0, end, Look.guide());
        line(plot, legend, "no loss above: d(A,N) = d(A,P) + " + Numbers.plain(margin), margin, end, Look.guide(5, 4));
        Map<String, Look> looks = Looks.of(kinds().keySet());
        for (Map.Entry<String, List<TripletDistances>> kind : kinds().entrySet()) {
            Look look = looks.get(kind.getKey()).points().clear();
            plot.add(kind.getKey(), kind.getValue().stream().mapToDouble(TripletDistances::anchorPositive).toArray(),
                    kind.getValue().stream().mapToDouble(TripletDistances::anchorNegative).toArray(), look);
            legend.add(kind.getKey(), look);
        }
        return new Figure(plot, legend).size(Figure.WIDTH, HEIGHT);
    }

    private Map<String, List<TripletDistances>> kinds() {
        return triplets.stream().collect(Collectors.groupingBy(TripletDistances::kind, LinkedHashMap::new, Collectors.toList()));
    }

    private static void line(XyPlot plot, Legend legend, String label, double offset, double end, Look look) {
        plot.add(label, new double[] {0, end}, new double[] {offset, end + offset}, look);
        legend.add(label, look);
    }
}
