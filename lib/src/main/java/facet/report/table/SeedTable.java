package facet.report.table;

import facet.eval.compare.SeedComparison;
import facet.report.IntervalText;
import facet.report.RunNames;
import facet.study.Run;
import facet.study.SeedPair;
import facet.study.SeedPairs;
import facet.study.Study;
import java.util.List;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Shows two values of a setting over many seeds: {@link SeedComparison}. */
public final class SeedTable {

    private SeedTable() { }

    /**
     * Compares accuracies after the study's last epoch. {@link SeedPairs#of} says which runs are paired and which are left out.
     *
     * @param setting the one that differs, such as lr
     * @param first its value in the first run of each pair, as {@link facet.study.Experiment#settings} writes it
     * @param second its value in the second
     * @return a row for each set
     * @throws IllegalArgumentException where fewer than two seeds have both, or something else varies
     */
    public static Table of(Study study, List<Run> runs, String setting, String first, String second, String... sets) {
        List<SeedPair> pairs = SeedPairs.of(study, runs, setting, first, second);
        StringColumn name = StringColumn.create("set");
        IntColumn triplets = IntColumn.create("triplets");
        IntColumn seeds = IntColumn.create("seeds");
        DoubleColumn mean = Columns.decimals("mean difference");
        StringColumn interval = StringColumn.create("95 % interval");
        DoubleColumn lowest = Columns.decimals("lowest");
        DoubleColumn highest = Columns.decimals("highest");
        IntColumn forFirst = IntColumn.create("seeds for " + RunNames.value(study.experiments().get(0), setting, first));
        IntColumn forSecond = IntColumn.create("seeds for " + RunNames.value(study.experiments().get(0), setting, second));
        for (String set : sets) {
            SeedComparison found = new SeedComparison(set, pairs.get(0).first().history().row(set, study.epochs()).triplets(),
                    pairs.stream().map(pair -> pair.difference(set, study.epochs())).toList());
            name.append(set);
            triplets.append(found.triplets());
            seeds.append(found.seeds());
            mean.append(found.mean());
            interval.append(IntervalText.difference(found.interval()));
            lowest.append(found.lowest());
            highest.append(found.highest());
            forFirst.append(found.forFirst());
            forSecond.append(found.forSecond());
        }
        return Table.create("", name, triplets, seeds, mean, interval, lowest, highest, forFirst, forSecond);
    }
}
