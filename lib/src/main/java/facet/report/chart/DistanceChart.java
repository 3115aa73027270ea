package facet.report.chart;

import facet.eval.TripletDistances;
import facet.report.Numbers;
import java.awt.image.BufferedImage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Each group as a point: d(A, P) across, d(A, N) up. Above the diagonal it is correct, above the margin line it has no loss. */
final class DistanceChart {

    private static final int WIDTH = 620;
    private static final int HEIGHT = 560;

    private DistanceChart() { }

    static BufferedImage image(String title, List<TripletDistances> distances, double margin) {
        double top = distances.stream().mapToDouble(group -> Math.max(group.anchorPositive(), group.anchorNegative())).filter(Double::isFinite).max().orElse(1) * 1.05;
        double end = top > 0 ? top : 1;
        XyPlot plot = new XyPlot(title, "d(anchor, positive), Euclidean", "d(anchor, negative), Euclidean", -0.03 * end, end, -0.03 * end, end); // 0 has a tick
        plot.style().setMarkerSize(7);
        Legend legend = new Legend();
        line(plot, legend, "correct above: d(A,N) = d(A,P)", 0, end, Look.guide());
        line(plot, legend, "no loss above: d(A,N) = d(A,P) + " + Numbers.plain(margin), margin, end, Look.guide(5, 4));
        int hue = 0;
        for (Map.Entry<String, List<TripletDistances>> kind : kinds(distances).entrySet()) {
            Look look = Look.of(hue++, 0).points().clear();
            plot.add(kind.getKey(), kind.getValue().stream().mapToDouble(TripletDistances::anchorPositive).toArray(),
                    kind.getValue().stream().mapToDouble(TripletDistances::anchorNegative).toArray(), look);
            legend.add(kind.getKey(), look);
        }
        return new Figure(plot, legend).image(WIDTH, HEIGHT);
    }

    private static Map<String, List<TripletDistances>> kinds(List<TripletDistances> distances) {
        return distances.stream().filter(group -> Double.isFinite(group.anchorPositive()) && Double.isFinite(group.anchorNegative()))
                .collect(Collectors.groupingBy(TripletDistances::kind, LinkedHashMap::new, Collectors.toList()));
    }

    private static void line(XyPlot plot, Legend legend, String label, double offset, double end, Look look) {
        plot.add(label, new double[] {0, end}, new double[] {offset, end + offset}, look);
        legend.add(label, look);
    }
}
