package facet.report.table;

import facet.eval.MeasuredLoss;
import facet.eval.Measurements;
import facet.eval.compare.PairedComparison;
import facet.eval.compare.PairedLoss;
import facet.report.IntervalText;
import facet.study.MeasuredRun;
import facet.study.Run;
import java.util.List;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Shows two runs, or one run after two epochs, triplet by triplet: {@link PairedComparison} and {@link PairedLoss}. */
public final class PairedTable {

    private PairedTable() { }

    /**
     * Compares the accuracies of two runs after an epoch.
     *
     * @return a row for each set, with the verdict in the last column
     * @throws facet.io.FacetException where a run keeps no distances
     * @throws IllegalArgumentException where the runs were not measured on the same triplets
     */
    public static Table of(String firstName, Run first, String secondName, Run second, int epoch, String... sets) {
        return accuracy(firstName, secondName, MeasuredRun.of(first).after(epoch, sets), MeasuredRun.of(second).after(epoch, sets), sets);
    }

    /** @return the same for one run after two epochs, such as the last one and 0: what training did */
    public static Table ofEpochs(Run run, int first, int second, String... sets) {
        MeasuredRun measured = MeasuredRun.of(run);
        return accuracy("epoch " + first, "epoch " + second, measured.after(first, sets), measured.after(second, sets), sets);
    }

    private static Table accuracy(String firstName, String secondName, Measurements first, Measurements second, String... sets) {
        StringColumn set = StringColumn.create("set");
        IntColumn triplets = IntColumn.create("triplets");
        IntColumn both = IntColumn.create("both correct");
        IntColumn onlyFirst = IntColumn.create("only " + firstName + " correct");
        IntColumn onlySecond = IntColumn.create("only " + secondName + " correct");
        IntColumn neither = IntColumn.create("both wrong");
        DoubleColumn difference = Columns.decimals("difference");
        StringColumn interval = StringColumn.create("95 % interval");
        DoubleColumn p = Columns.decimals("p (McNemar)");
        StringColumn better = StringColumn.create("higher accuracy");
        for (String name : sets) {
            PairedComparison pair = PairedComparison.of(name, first.distances(name), second.distances(name));
            set.append(name);
            triplets.append(pair.triplets());
            both.append(pair.both());
            onlyFirst.append(pair.onlyFirst());
            onlySecond.append(pair.onlySecond());
            neither.append(pair.neither());
            difference.append(pair.difference());
            interval.append(IntervalText.difference(pair.interval()));
            p.append(pair.pValue());
            better.append(pair.verdict().text(firstName, secondName));
        }
        return Table.create("", set, triplets, both, onlyFirst, onlySecond, neither, difference, interval, p, better);
    }

    /**
     * Compares the mean losses of two runs after an epoch.
     *
     * @return a row for each set, with the verdict in the last column
     * @throws facet.io.FacetException where a run keeps no distances
     * @throws IllegalArgumentException where the runs' losses or triplets differ, or a set has fewer than two triplets, which have no interval
     */
    public static Table loss(String firstName, Run first, String secondName, Run second, int epoch, String... sets) {
        MeasuredLoss loss = MeasuredRun.loss(List.of(first, second));
        return loss(firstName, secondName, MeasuredRun.of(first).after(epoch, sets), MeasuredRun.of(second).after(epoch, sets), loss, sets);
    }

    /** @return the same for one run after two epochs */
    public static Table lossOfEpochs(Run run, int first, int second, String... sets) {
        MeasuredRun measured = MeasuredRun.of(run);
        return loss("epoch " + first, "epoch " + second, measured.after(first, sets), measured.after(second, sets), run.experiment().training().loss(), sets);
    }

    private static Table loss(String firstName, String secondName, Measurements first, Measurements second, MeasuredLoss loss, String... sets) {
        StringColumn set = StringColumn.create("set");
        IntColumn triplets = IntColumn.create("triplets");
        DoubleColumn firstLoss = Columns.decimals("loss, " + firstName);
        DoubleColumn secondLoss = Columns.decimals("loss, " + secondName);
        DoubleColumn difference = Columns.decimals("difference");
        StringColumn interval = StringColumn.create("95 % interval");
        StringColumn lower = StringColumn.create("lower");
        for (String name : sets) {
            PairedLoss pair = PairedLoss.of(name, first.distances(name), second.distances(name), loss);
            set.append(name);
            triplets.append(pair.triplets());
            firstLoss.append(pair.first());
            secondLoss.append(pair.second());
            difference.append(pair.difference());
            interval.append(IntervalText.difference(pair.interval()));
            lower.append(pair.verdict().text(firstName, secondName));
        }
        return Table.create("", set, triplets, firstLoss, secondLoss, difference, interval, lower);
    }

    /** @return the accuracies of two runs epoch by epoch, of several sets taken together, to see whether a difference lasts: a row for each epoch that both have */
    public static Table byEpoch(String firstName, Run first, String secondName, Run second, String... sets) {
        StringColumn name = StringColumn.create("epoch");
        IntColumn triplets = IntColumn.create("triplets");
        DoubleColumn firstAccuracy = Columns.decimals(firstName);
        DoubleColumn secondAccuracy = Columns.decimals(secondName);
        IntColumn onlyFirst = IntColumn.create("only " + firstName + " correct");
        IntColumn onlySecond = IntColumn.create("only " + secondName + " correct");
        DoubleColumn p = Columns.decimals("p (McNemar)");
        MeasuredRun ours = MeasuredRun.of(first);
        MeasuredRun theirs = MeasuredRun.of(second);
        int last = Math.min(first.history().lastEpoch(), second.history().lastEpoch());
        for (int epoch = 0; epoch <= last; epoch++) {
            PairedComparison pair = PairedComparison.of(String.join(", ", sets), ours.after(epoch, sets).together(sets), theirs.after(epoch, sets).together(sets));
            name.append(String.valueOf(epoch));
            triplets.append(pair.triplets());
            firstAccuracy.append(pair.first());
            secondAccuracy.append(pair.second());
            onlyFirst.append(pair.onlyFirst());
            onlySecond.append(pair.onlySecond());
            p.append(pair.pValue());
        }
        return Table.create(String.join(", ", sets), name, triplets, firstAccuracy, secondAccuracy, onlyFirst, onlySecond, p);
    }
}
