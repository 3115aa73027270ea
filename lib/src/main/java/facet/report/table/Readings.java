package facet.report.table;

import facet.eval.Measurements;
import facet.eval.TripletAccuracy;
import facet.eval.TripletDistances;
import facet.paper.PaperNumbers;
import facet.study.MeasuredRun;
import facet.study.Run;
import facet.study.Variation;
import java.util.List;
import java.util.Optional;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Ways to read the paper, each beside its numbers at the same learning rate. */
public final class Readings {

    private Readings() { }

    /**
     * @return a row for each run and set: the settings in which the run differs from the others, after an epoch the average loss with the Euclidean distance and what it
     *     would be with its square, the accuracy, which is the same for both, and the paper's numbers at the run's learning rate. A run that diverged
     *     before that has none of its own.
     * @throws facet.io.FacetException where another has not been measured then
     */
    public static Table of(List<Run> runs, int epoch, String... sets) {
        Variation all = Variation.ofRuns(runs);
        Table settings = Table.create("");
        all.settings().forEach(name -> settings.addColumns(StringColumn.create(Columns.setting(name))));
        StringColumn name = StringColumn.create("set");
        IntColumn triplets = IntColumn.create("triplets");
        DoubleColumn loss = Columns.decimals("average loss");
        DoubleColumn squared = Columns.decimals("with squared distances");
        DoubleColumn paperLoss = Columns.decimals("paper's average loss");
        DoubleColumn accuracy = Columns.decimals("accuracy");
        DoubleColumn paperAccuracy = Columns.decimals("paper's accuracy");
        for (Run run : runs) {
            boolean diverged = run.divergence().isPresent() && run.history().lastEpoch() < epoch;
            Optional<Measurements> measured = diverged ? Optional.empty() : Optional.of(MeasuredRun.of(run).after(epoch, sets));
            for (String set : sets) {
                all.own(run.experiment()).forEach((setting, value) -> settings.stringColumn(Columns.setting(setting)).append(value));
                name.append(set);
                if (measured.isEmpty()) {
                    triplets.appendMissing();
                    List.of(loss, squared, accuracy).forEach(DoubleColumn::appendMissing);
                } else {
                    TripletAccuracy euclidean = measured.get().accuracy(set, run.experiment().training().margin());
                    triplets.append(euclidean.triplets());
                    loss.append(euclidean.meanLoss());
                    accuracy.append(euclidean.accuracy());
                    squared.append(TripletAccuracy.of(set, measured.get().distances(set).stream().map(TripletDistances::squared).toList(), run.experiment().training().margin()).meanLoss());
                }
                PaperNumbers.loss(set, run.experiment().training().learningRate()).ifPresentOrElse(paperLoss::append, paperLoss::appendMissing);
                PaperNumbers.accuracy(set, run.experiment().training().learningRate()).ifPresentOrElse(paperAccuracy::append, paperAccuracy::appendMissing);
            }
        }
        return settings.addColumns(name, triplets, loss, squared, paperLoss, accuracy, paperAccuracy);
    }
}
