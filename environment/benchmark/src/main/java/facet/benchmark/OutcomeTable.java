package facet.benchmark;

import java.util.Locale;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** A benchmark's numbers as tables: one to read, one to compute with. */
public final class OutcomeTable {

    private OutcomeTable() { }

    /** @return a row a contender: medians with their smallest and largest values, how many times as fast as the plain script, share of the peak */
    public static Table of(Outcome outcome) {
        StringColumn name = StringColumn.create("program");
        Table table = Table.create("", name);
        for (Contender contender : outcome.contenders()) {
            name.append(contender.text());
        }
        for (Measure measure : Measure.values()) {
            StringColumn speed = StringColumn.create(measure.text() + ", " + measure.unit());
            StringColumn times = StringColumn.create(measure.task() + ", times plain");
            for (Contender contender : outcome.contenders()) {
                speed.append(text(outcome.speeds().get(measure).get(contender)));
                times.append(String.format(Locale.ROOT, "%.2f", outcome.speedup(measure, contender, Contender.PLAIN)));
            }
            table.addColumns(speed, times);
        }
        StringColumn work = StringColumn.create("GFLOP a step");
        StringColumn share = StringColumn.create("share of matmul peak");
        StringColumn memory = StringColumn.create("peak memory, GB");
        for (Contender contender : outcome.contenders()) {
            work.append(String.format(Locale.ROOT, "%,.0f", outcome.flops().get(contender) / 1e9));
            share.append(String.format(Locale.ROOT, "%.0f %% of %s", 100 * outcome.share(contender), contender.precision()));
            memory.append(outcome.memory().containsKey(contender) ? String.format(Locale.ROOT, "%.1f", outcome.memory().get(contender) / 1e9) : "");
        }
        return table.addColumns(work, share, memory);
    }

    /** @return a row a measure and contender, numbers to the fourth decimal */
    public static Table rows(Outcome outcome) {
        StringColumn measure = StringColumn.create("measure");
        StringColumn contender = StringColumn.create("contender");
        StringColumn unit = StringColumn.create("unit");
        DoubleColumn median = DoubleColumn.create("median");
        DoubleColumn low = DoubleColumn.create("lowest");
        DoubleColumn high = DoubleColumn.create("highest");
        IntColumn count = IntColumn.create("repetitions");
        Table table = Table.create("", measure, contender, unit, median, low, high, count);
        outcome.speeds().forEach((each, speeds) -> speeds.forEach((who, spread) -> row(table, each.text(), who.text(), each.unit(), spread)));
        outcome.peaks().forEach((precision, spread) -> row(table, "matmul peak " + precision, outcome.tuned().text(), "GFLOP/s", spread));
        outcome.flops().forEach((who, flops) -> row(table, "operations of a training step", who.text(), "GFLOP", constant(flops / 1e9)));
        outcome.memory().forEach((who, bytes) -> row(table, "peak memory", who.text(), "GB", constant(bytes / 1e9)));
        return table;
    }

    private static Spread constant(double value) {
        return new Spread(value, value, value, 1);
    }

    private static void row(Table table, String measure, String contender, String unit, Spread spread) {
        table.stringColumn(0).append(measure);
        table.stringColumn(1).append(contender);
        table.stringColumn(2).append(unit);
        table.doubleColumn(3).append(decimals(spread.median()));
        table.doubleColumn(4).append(decimals(spread.low()));
        table.doubleColumn(5).append(decimals(spread.high()));
        table.intColumn(6).append(spread.count());
    }

    private static double decimals(double value) {
        return Math.round(value * 1e4) / 1e4;
    }

    private static String text(Spread spread) {
        String format = spread.median() < 10 ? "%.2f" : "%.1f";
        return String.format(Locale.ROOT, format + " (" + format + "\u2013" + format + ")", spread.median(), spread.low(), spread.high());
    }
}
