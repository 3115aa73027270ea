package facet.report;

import facet.train.History;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.DoubleStream;

/** Loss or accuracy by epoch, a line for each run and set. */
public final class EpochChart {

    private final Measure measure;
    private final String title;
    private final Map<String, History> runs = new LinkedHashMap<>();
    private final List<String> sets = new ArrayList<>();
    private final List<Reference> references = new ArrayList<>();
    private int width = 760;
    private int height = 420;

    private EpochChart(Measure measure, String title) {
        this.measure = measure;
        this.title = title;
    }

    /** @return a chart of mean losses */
    public static EpochChart loss(String title) {
        return new EpochChart(Measure.LOSS, title);
    }

    /** @return a chart of accuracies, with chance drawn in */
    public static EpochChart accuracy(String title) {
        return new EpochChart(Measure.ACCURACY, title).reference(Reference.CHANCE);
    }

    /** Adds a run under the name that the legend shows. */
    public EpochChart run(String label, History history) {
        runs.put(label, history);
        return this;
    }

    /** Adds the sets to draw, such as validation; a run that lacks one is left out there. */
    public EpochChart sets(String... names) {
        sets.addAll(Arrays.asList(names));
        return this;
    }

    /** Adds a horizontal line to compare with. */
    public EpochChart reference(Reference reference) {
        references.add(reference);
        return this;
    }

    /** Sets the size in pixels; 760 x 420 without it. */
    public EpochChart size(int width, int height) {
        this.width = width;
        this.height = height;
        return this;
    }

    /**
     * Draws the chart.
     *
     * @throws IllegalArgumentException where no run has one of the sets
     */
    public BufferedImage image() {
        Legend legend = legend();
        int below = legend.height(width - 40);
        XyPlot plot = plot(measure.range(values()));
        return Picture.of(width, height, graphics -> {
            plot.paint(graphics, 0, 0, width, height - below);
            legend.paint(graphics, 20, height - below, width - 40);
        });
    }

    /** @return every value it shows, references included */
    DoubleStream values() {
        DoubleStream lines = runs.values().stream().flatMapToDouble(run -> sets.stream().flatMapToDouble(set -> Arrays.stream(measure.of(run, set))));
        return DoubleStream.concat(lines, references.stream().mapToDouble(Reference::value));
    }

    Legend legend() {
        Legend legend = new Legend();
        each((label, look, run, set) -> legend.add(label, look));
        return legend;
    }

    XyPlot plot(double[] range) {
        int last = runs.values().stream().mapToInt(History::lastEpoch).max().orElse(0);
        int first = runs.values().stream().flatMapToDouble(run -> sets.stream().flatMapToDouble(set -> Arrays.stream(run.epochs(set))))
                .mapToInt(epoch -> (int) epoch).min().orElse(0);
        double side = Math.max(0.25, (last - first) * 0.03);
        XyPlot plot = new XyPlot(title, "epoch", measure.axis(), first - side, last + side, range[0], range[1]);
        // XChart widens its steps until no label comes twice: without decimals the ticks are whole epochs.
        plot.style().setXAxisDecimalPattern("0").setYAxisDecimalPattern("0.0##");
        references.forEach(plot::add);
        each((label, look, run, set) -> plot.add(label, run.epochs(set), measure.of(run, set), look));
        return plot;
    }

    private void each(Line line) {
        boolean any = false;
        List<String> names = List.copyOf(runs.keySet());
        for (int i = 0; i < names.size(); i++) {
            for (int j = 0; j < sets.size(); j++) {
                History run = runs.get(names.get(i));
                if (!run.of(sets.get(j)).isEmpty()) {
                    any = true;
                    boolean one = names.size() == 1 && sets.size() > 1;
                    String label = one ? sets.get(j) : sets.size() == 1 ? names.get(i) : names.get(i) + ", " + sets.get(j);
                    line.draw(label, Look.of(one ? j : i, sets.size() == 1 ? i : j), run, sets.get(j));
                }
            }
        }
        if (!any) {
            Set<String> there = new TreeSet<>();
            runs.values().forEach(run -> there.addAll(run.sets()));
            throw new IllegalArgumentException("No run has a set named " + String.join(" or ", sets) + ". There are: " + there + ".");
        }
    }

    /** What is done with one line of the chart. */
    private interface Line {
        void draw(String label, Look look, History run, String set);
    }
}
