package facet.report.chart;

import facet.eval.JudgedTriplet;
import facet.eval.LikenessBin;
import facet.eval.LikenessCurve;
import facet.report.Numbers;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.util.IntSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.lines.SeriesLines;

/** A share of triplets by likeness, a line and its 95 % band for each network, and below it where the triplets of each set lie: one mark each. */
public final class LikenessChart implements Drawable {

    private static final int WIDTH = Figure.WIDTH;
    private static final int HEIGHT = 340; // of the plot
    private static final int TOP = 26;
    private static final int RIGHT = 132; // for the names of sets
    private static final int BAND = 42; // how opaque it is, of 255

    private final String title;
    private final String share;
    private final Reference reference;
    private final Map<String, LikenessCurve> networks = new LinkedHashMap<>();

    private LikenessChart(String title, String share, Reference reference) {
        this.title = title;
        this.share = share;
        this.reference = reference;
    }

    /** @return an empty chart of accuracies */
    public static LikenessChart accuracy(String title) {
        return new LikenessChart(title, "accuracy (share of triplets)", Reference.CHANCE);
    }

    /** @return an empty chart of false accept rates, at thresholds that keep this one on ordinary strangers */
    public static LikenessChart falseAccepts(String title, double far) {
        return new LikenessChart(title, "false accept rate", new Reference("ordinary strangers " + Numbers.plain(far), far));
    }

    /** Adds a network under the name that the legend shows. */
    public LikenessChart network(String name, LikenessCurve curve) {
        networks.put(name, curve);
        return this;
    }

    /** @throws IllegalArgumentException where there is no network */
    @Override
    public Figure figure() {
        if (networks.isEmpty()) {
            throw new IllegalArgumentException("There is no curve to show: add a network.");
        }
        SetMarks marks = SetMarks.of(networks.values().iterator().next().triplets());
        XYChart chart = chart();
        Legend legend = new Legend();
        Map<String, Look> looks = Looks.of(networks.keySet());
        for (Map.Entry<String, LikenessCurve> network : networks.entrySet()) {
            Look look = looks.get(network.getKey());
            add(chart, values(network.getValue(), LikenessBin::middle), values(network.getValue(), LikenessBin::share), look);
            legend.add(network.getKey(), look);
        }
        legend.add("points: " + triplets() + " triplets each, band: 95 %", Look.guide().points().plain());
        Font font = Lettering.fit(Lettering.TEXT, Stream.concat(marks.names().stream(), Stream.of(reference.label())).toList(), RIGHT - 4);
        int below = TOP + HEIGHT + marks.height() + 8;
        return new Figure(text(), WIDTH, below + legend.height(WIDTH - 40), false, (graphics, width, height) -> {
            Lettering.title(graphics, Lettering.TITLE, title, WIDTH, 12, 21);
            graphics.translate(0, TOP);
            chart.paint(graphics, WIDTH - RIGHT, HEIGHT);
            bands(graphics, chart, looks);
            graphics.setColor(Palette.FAINT);
            graphics.setFont(font);
            graphics.drawString(reference.label(), WIDTH - RIGHT, (float) chart.getScreenYFromChart(reference.value()) + 5);
            graphics.translate(0, HEIGHT);
            marks.paint(graphics, chart, WIDTH - RIGHT, font);
            graphics.translate(0, -TOP - HEIGHT);
            legend.paint(graphics, 20, below, WIDTH - 40);
        });
    }

    private String text() {
        FigureText text = new FigureText(title, "likeness", share);
        text.add(reference);
        networks.forEach((name, curve) -> text.add(new PlotLine(name, values(curve, LikenessBin::middle), values(curve, LikenessBin::share), Look.of(0, 0))));
        return text.toString();
    }

    /** How many triplets the bins have, such as 54 to 56. */
    private String triplets() {
        IntSummaryStatistics counts = networks.values().stream().flatMap(curve -> curve.bins().stream()).mapToInt(LikenessBin::triplets).summaryStatistics();
        return counts.getMin() == counts.getMax() ? "" + counts.getMin() : counts.getMin() + " to " + counts.getMax();
    }

    private XYChart chart() {
        double[] likeness = networks.values().stream().flatMap(curve -> curve.triplets().stream()).mapToDouble(JudgedTriplet::likeness).sorted().toArray();
        double pad = Math.max(0.02, 0.03 * (likeness[likeness.length - 1] - likeness[0]));
        double[] ends = networks.values().stream().flatMap(curve -> curve.bins().stream()).flatMap(bin -> List.of(bin.interval().low(), bin.interval().high()).stream())
                .mapToDouble(end -> end).sorted().toArray();
        double bottom = Math.max(-0.02, Math.floor(10 * Math.min(ends[0], reference.value()) - 0.5) / 10);
        double top = Math.min(1.02, Math.ceil(10 * Math.max(ends[ends.length - 1], reference.value()) + 0.5) / 10);
        XYChart chart = HouseStyle.chart("likeness of anchor and stranger (the judge's cosine)", share, likeness[0] - pad, likeness[likeness.length - 1] + pad, bottom, top);
        double[] whole = {likeness[0] - pad, likeness[likeness.length - 1] + pad};
        add(chart, whole, new double[] {bottom, top}, Look.guide().points()); // unseen: with one bin XChart would tick that alone
        add(chart, whole, new double[] {reference.value(), reference.value()}, Look.guide(5, 4));
        return chart;
    }

    private static void add(XYChart chart, double[] x, double[] y, Look look) {
        XYSeries series = chart.addSeries("" + chart.getSeriesCollection().size(), x, y); // XChart refuses a name twice
        series.setMarker(look.marker()).setMarkerColor(look.color());
        series.setLineColor(look.color()).setLineStyle(look.line() == null ? SeriesLines.NONE : look.line());
    }

    private static double[] values(LikenessCurve curve, ToDoubleFunction<LikenessBin> value) {
        return curve.bins().stream().mapToDouble(value).toArray();
    }

    /** Paints each network's band over the chart; of a single bin its interval as a line. */
    private void bands(Graphics2D graphics, XYChart chart, Map<String, Look> looks) {
        for (Map.Entry<String, LikenessCurve> network : networks.entrySet()) {
            LikenessCurve curve = network.getValue();
            Color color = looks.get(network.getKey()).color();
            Path2D band = new Path2D.Double();
            for (int i = 0; i < 2 * curve.bins().size(); i++) { // along the lower ends, and back along the upper ones
                boolean back = i >= curve.bins().size();
                LikenessBin bin = curve.bins().get(back ? 2 * curve.bins().size() - 1 - i : i);
                double x = chart.getScreenXFromChart(bin.middle());
                double y = chart.getScreenYFromChart(back ? bin.interval().high() : bin.interval().low());
                if (i == 0) {
                    band.moveTo(x, y);
                } else {
                    band.lineTo(x, y);
                }
            }
            band.closePath();
            graphics.setColor(new Color(color.getRed(), color.getGreen(), color.getBlue(), BAND));
            graphics.fill(band);
            if (curve.bins().size() == 1) {
                graphics.draw(band);
            }
        }
    }
}
