package facet.report.table;

import facet.eval.Statistics;
import facet.study.Run;
import facet.study.Study;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Two values of a setting over many seeds: what the setting does on these groups, apart from the chance that lies in one training. */
public final class SeedComparison {

    private SeedComparison() { }

    /**
     * Pairs the runs of each seed. A seed of which one run ended early, with a loss that is no number, or is not trained so far, is left out.
     *
     * @param setting the one that differs, such as lr
     * @param first its value in the first run of each pair, as {@link facet.study.Experiment#settings} writes it
     * @param second its value in the second
     * @return a row for each set: the accuracy with the first value less that with the second, after the study's last epoch: mean, lowest and highest of the
     * seeds, the mean's 95 % interval over the seeds (the groups stay the same: it says nothing of other groups), and how many seeds speak for each
     * @throws IllegalArgumentException where fewer than two seeds have both, or something else varies
     */
    public static Table of(Study study, List<Run> runs, String setting, String first, String second, String... sets) {
        List<SeedPair> pairs = SeedPair.of(study, runs, setting, first, second);
        StringColumn name = StringColumn.create("set");
        IntColumn groups = IntColumn.create("groups");
        IntColumn seeds = IntColumn.create("seeds");
        DoubleColumn mean = Results.decimals("mean difference");
        StringColumn interval = StringColumn.create("95 % interval");
        DoubleColumn lowest = Results.decimals("lowest");
        DoubleColumn highest = Results.decimals("highest");
        IntColumn forFirst = IntColumn.create("seeds for " + first);
        IntColumn forSecond = IntColumn.create("seeds for " + second);
        for (String set : sets) {
            double[] differences = pairs.stream().mapToDouble(pair -> accuracy(pair.first(), set, study) - accuracy(pair.second(), set, study)).toArray();
            DescriptiveStatistics summary = new DescriptiveStatistics(differences);
            name.append(set);
            groups.append(pairs.get(0).first().history().of(set, study.epochs()).groups());
            seeds.append(pairs.size());
            mean.append(summary.getMean());
            interval.append(Comparison.text(Statistics.mean(differences)));
            lowest.append(summary.getMin());
            highest.append(summary.getMax());
            forFirst.append((int) Arrays.stream(differences).filter(difference -> difference > 0).count());
            forSecond.append((int) Arrays.stream(differences).filter(difference -> difference < 0).count());
        }
        return Table.create("", name, groups, seeds, mean, interval, lowest, highest, forFirst, forSecond);
    }

    private static double accuracy(SeedPair.Side side, String set, Study study) {
        return side.history().of(set, study.epochs()).accuracy();
    }
}
