package facet.report.table;

import facet.eval.reading.Quantity;
import facet.eval.reading.RankedReading;
import facet.eval.reading.Ranking;
import facet.eval.reading.RateScore;
import facet.eval.reading.Reading;
import facet.eval.reading.SetOutcome;
import facet.report.Numbers;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Shows which readings of the paper predict its numbers: {@link Ranking}, a row each, below the paper's own row. */
public final class ReadingRanking {

    private static final String SET = "test";
    private static final int MOST = 15;

    private final Ranking ranking;
    private final List<RankedReading> shown;
    private final Table table;

    private ReadingRanking(Ranking ranking, List<RankedReading> shown) {
        this.ranking = ranking;
        this.shown = shown;
        IntColumn rank = IntColumn.create("rank");
        StringColumn reading = StringColumn.create("reading", "the paper");
        rank.appendMissing();
        shown.forEach(each -> rank.append(each.rank()));
        SharedWords shared = SharedWords.of(shown.stream().map(each -> each.reading().name()).toList());
        shown.forEach(each -> reading.append(shared.without(each.reading().name())));
        table = Table.create(shared.toString(), rank, reading);
    }

    /** Makes the table of the best 15 readings. */
    public static Table of(Ranking ranking) {
        return of(ranking, MOST);
    }

    /**
     * Makes the table. What its readings have in common stands in its name, once.
     *
     * @param most how many readings it has at the most, the best ones
     * @return for each reading and learning rate the seeds, the median of their losses and accuracies on the test set with the least and the greatest, and the log score;
     *     whether the validation loss constantly falls at the smallest learning rate, in most of the seeds; the log score that decides; its weight among the readings tried
     */
    public static Table of(Ranking ranking, int most) {
        ReadingRanking made = new ReadingRanking(ranking, ranking.readings().subList(0, Math.min(most, ranking.readings().size())));
        List<Double> rates = made.shown.stream().flatMap(each -> each.scores().keySet().stream()).distinct().sorted().toList();
        rates.forEach(made::rate);
        made.falling(rates.get(0));
        made.weights();
        return made.table;
    }

    private void rate(double rate) {
        String at = " at " + Numbers.plain(rate);
        StringColumn seeds = StringColumn.create("seeds" + at, Numbers.MISSING);
        StringColumn loss = StringColumn.create("test loss" + at, stated(rate, Quantity.LOSS));
        StringColumn accuracy = StringColumn.create("test accuracy" + at, stated(rate, Quantity.ACCURACY));
        DoubleColumn score = Columns.decimals("log score" + at);
        score.appendMissing();
        for (RankedReading each : shown) {
            Reading reading = each.reading();
            int all = reading.seeds(rate).size();
            int diverged = reading.diverged(rate);
            seeds.append(all == 0 ? Numbers.MISSING : all + (diverged > 0 ? " (" + diverged + " diverged)" : ""));
            loss.append(range(reading.outcomes(rate, SET), SetOutcome::loss));
            accuracy.append(range(reading.outcomes(rate, SET), SetOutcome::accuracy));
            score.append(Optional.ofNullable(each.scores().get(rate)).map(RateScore::log).orElse(Double.NaN));
        }
        table.addColumns(seeds, loss, accuracy, score);
    }

    private void falling(double rate) {
        StringColumn falling = StringColumn.create("validation loss falls", "yes");
        for (RankedReading each : shown) {
            int of = each.reading().seeds(rate).size();
            int falls = each.reading().falling(rate);
            falling.append((2 * falls > of ? "yes" : "no") + ", " + falls + " of " + of);
        }
        table.addColumns(falling);
    }

    private void weights() {
        DoubleColumn score = Columns.decimals("log score");
        DoubleColumn weight = Columns.decimals("weight among those tried");
        score.appendMissing();
        weight.appendMissing();
        shown.forEach(each -> score.append(each.logScore()));
        shown.forEach(each -> weight.append(each.weight()));
        if (ranking.rates().size() > 1) { // else it is that of the one rate
            table.addColumns(score);
        }
        table.addColumns(weight);
    }

    private String stated(double rate, Quantity quantity) {
        return Numbers.decimal(ranking.stated(rate, SET, quantity));
    }

    private static String range(List<SetOutcome> outcomes, ToDoubleFunction<SetOutcome> value) {
        DescriptiveStatistics values = new DescriptiveStatistics(outcomes.stream().mapToDouble(value).toArray());
        String median = Numbers.decimal(values.getPercentile(50));
        return values.getN() < 2 ? median : median + " (" + Numbers.decimal(values.getMin()) + " \u2013 " + Numbers.decimal(values.getMax()) + ")";
    }
}
