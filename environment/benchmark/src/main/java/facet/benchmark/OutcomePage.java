package facet.benchmark;

import facet.report.chart.Bar;
import facet.report.chart.BarChart;
import facet.report.table.Markdown;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A benchmark as a page: its chart, its table, and all that one has to know to read them. */
public final class OutcomePage {

    private OutcomePage() { }

    /** @return Markdown; the image's path is relative to the page */
    public static String text(Outcome outcome, String image) {
        Settings settings = outcome.settings();
        StringBuilder text = new StringBuilder();
        line(text, "![%s](%s)", title(settings), image);
        line(text, "Measured on %s, %s; %d x %d pixels, %d triplets (%d images) in a step, an epoch of %d triplets; medians of %d interleaved repetitions,"
                + " lowest and highest in parentheses.", outcome.date(), outcome.computer().text(), settings.size(), settings.size(), settings.batch(),
                3 * settings.batch(), settings.epochTriplets(), settings.repetitions());
        if (!outcome.computer().quiet()) {
            line(text, "**Other programs used %.0f %% of the processors when this began: these numbers don't hold.**", 100 * outcome.computer().busy());
        }
        text.append(Markdown.of(OutcomeTable.of(outcome))).append('\n');
        line(text, "Matrix products reach %s. Each program's operations are those that it computes itself: Facet's are fewer, since it averages before"
                + " the pyramid, so a faster step can be a smaller share. With all of its operations at that peak, Facet's step would be %.2f times as fast as the plain"
                + " script's: no implementation of the same operations gets further.", peaks(outcome.peaks()), outcome.ceiling());
        line(text, "Goals, and whether both sides compute the same:");
        outcome.goals().forEach(goal -> text.append("- ").append(goal.line()).append('\n'));
        line(text, "- %s", outcome.losses().text());
        line(text, "Programs:");
        outcome.software().forEach((contender, software) -> text.append("- ").append(contender.text()).append(": ").append(software.text()).append('\n'));
        return text.toString();
    }

    /** @return a panel a measure, a bar a contender, with its lowest and highest value */
    public static BufferedImage chart(Outcome outcome) {
        BarChart chart = BarChart.of(title(outcome.settings()));
        Arrays.stream(Measure.values()).forEach(measure -> chart.panel(measure.text(), measure.axis(), bars(outcome, measure)));
        return chart.image();
    }

    private static List<Bar> bars(Outcome outcome, Measure measure) {
        return outcome.contenders().stream().map(contender -> {
            Spread spread = outcome.speeds().get(measure).get(contender);
            return new Bar(contender.text(), spread.median(), spread.low(), spread.high());
        }).toList();
    }

    private static String title(Settings settings) {
        return String.format(Locale.ROOT, "Facet and PyTorch, %d x %d pixels, medians of %d", settings.size(), settings.size(), settings.repetitions());
    }

    private static String peaks(Map<String, Spread> peaks) {
        return peaks.entrySet().stream().map(peak -> String.format(Locale.ROOT, "%.0f GFLOP/s in %s", peak.getValue().median(), peak.getKey()))
                .reduce((a, b) -> a + " and " + b).orElse("no peak");
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append("\n\n");
    }
}
