package facet.report.table;

import facet.eval.PairedAccuracy;
import facet.study.Run;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Two runs on several sets taken together, epoch by epoch: whether what they differ by lasts. */
public final class EpochComparison {

    private EpochComparison() { }

    /** @return a row for each epoch that both runs have: groups of all the sets, both accuracies, the groups that only one gets right, McNemar's p-value */
    public static Table of(String firstName, Run first, String secondName, Run second, String... sets) {
        MeasuredGroups ours = new MeasuredGroups(first);
        MeasuredGroups theirs = new MeasuredGroups(second);
        int last = Math.min(first.history().lastEpoch(), second.history().lastEpoch());
        return table(firstName, secondName, IntStream.rangeClosed(0, last),
                epoch -> PairedAccuracy.of("all", ours.together(epoch, sets), theirs.together(epoch, sets)), sets);
    }

    private static Table table(String firstName, String secondName, IntStream epochs, IntFunction<PairedAccuracy> pairs, String... sets) {
        StringColumn name = StringColumn.create("epoch");
        IntColumn groups = IntColumn.create("groups");
        DoubleColumn firstAccuracy = Results.decimals(firstName);
        DoubleColumn secondAccuracy = Results.decimals(secondName);
        IntColumn onlyFirst = IntColumn.create("only " + firstName + " right");
        IntColumn onlySecond = IntColumn.create("only " + secondName + " right");
        DoubleColumn p = Results.decimals("p (McNemar)");
        epochs.forEach(epoch -> {
            PairedAccuracy pair = pairs.apply(epoch);
            name.append(String.valueOf(epoch));
            groups.append(pair.groups());
            firstAccuracy.append((double) (pair.both() + pair.onlyFirst()) / pair.groups());
            secondAccuracy.append((double) (pair.both() + pair.onlySecond()) / pair.groups());
            onlyFirst.append(pair.onlyFirst());
            onlySecond.append(pair.onlySecond());
            p.append(pair.pValue());
        });
        return Table.create(String.join(", ", sets), name, groups, firstAccuracy, secondAccuracy, onlyFirst, onlySecond, p);
    }
}
