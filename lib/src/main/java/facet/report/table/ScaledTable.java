package facet.report.table;

import facet.eval.TripletAccuracy;
import facet.eval.TripletDistances;
import facet.eval.compare.ScaledDistances;
import facet.report.RunNames;
import facet.study.MeasuredRun;
import facet.study.Run;
import facet.study.Variation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Shows losses by epoch with distances in units of their mean, beside losses as they are: {@link ScaledDistances}. */
public final class ScaledTable {

    private ScaledTable() { }

    /**
     * Makes the table.
     *
     * @param runs those that differ in seed and split alone are one network
     * @return a row for each network and epoch, with means over its seeds; the loss at mean distance 1 also with the least and the greatest
     * @throws facet.io.FacetException where a run keeps no distances of the set after an epoch
     * @throws IllegalArgumentException where a network has collapsed to one embedding
     */
    public static Table of(List<Run> runs, String set, int... epochs) {
        Variation all = Variation.ofRuns(runs);
        Map<String, List<MeasuredRun>> networks = new LinkedHashMap<>();
        runs.forEach(run -> networks.computeIfAbsent(RunNames.of(all, run.experiment(), "seed", "split"), label -> new ArrayList<>()).add(MeasuredRun.of(run)));
        StringColumn network = StringColumn.create("network");
        IntColumn epoch = IntColumn.create("epoch");
        IntColumn seeds = IntColumn.create("seeds");
        List<DoubleColumn> columns = List.of(Columns.decimals("accuracy"), Columns.decimals("mean distance"), Columns.decimals("average loss"),
                Columns.decimals("loss at mean distance 1"), Columns.decimals("lowest"), Columns.decimals("highest"));
        networks.forEach((label, measured) -> {
            for (int after : epochs) {
                network.append(label);
                epoch.append(after);
                seeds.append(measured.size());
                double[] values = values(measured, set, after);
                for (int i = 0; i < values.length; i++) {
                    columns.get(i).append(values[i]);
                }
            }
        });
        Table table = Table.create("", network, epoch, seeds);
        columns.forEach(table::addColumns);
        return table;
    }

    private static double[] values(List<MeasuredRun> runs, String set, int epoch) {
        DescriptiveStatistics accuracy = new DescriptiveStatistics();
        DescriptiveStatistics distance = new DescriptiveStatistics();
        DescriptiveStatistics loss = new DescriptiveStatistics();
        DescriptiveStatistics scaled = new DescriptiveStatistics();
        for (MeasuredRun run : runs) {
            List<TripletDistances> triplets = run.after(epoch, set).distances(set);
            TripletAccuracy found = TripletAccuracy.of(set, triplets, run.run().experiment().training().margin());
            accuracy.addValue(found.accuracy());
            distance.addValue(ScaledDistances.mean(triplets));
            loss.addValue(found.meanLoss());
            scaled.addValue(TripletAccuracy.of(set, ScaledDistances.of(triplets), ScaledDistances.MARGIN).meanLoss());
        }
        return new double[] {accuracy.getMean(), distance.getMean(), loss.getMean(), scaled.getMean(), scaled.getMin(), scaled.getMax()};
    }
}
