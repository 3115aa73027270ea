package facet.report.table;

import facet.study.Run;
import facet.study.Variation;
import facet.train.History;
import java.util.List;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Lists the runs of a store, so that one can be chosen: data, settings and accuracy. {@link Provenance} shows where they come from. */
public final class RunsTable {

    /** The name of the column that says where runs diverged. */
    public static final String DIVERGENCE = Columns.DIVERGENCE;

    private RunsTable() { }

    /** @return id, data, the settings in which a run differs from the others (later settings only where they are not the standard), epochs, accuracy on the validation set and the ordinary test set after the last epoch, and a diagnosis in a word; and, if one of them diverged, where */
    public static Table of(List<Run> runs) {
        Variation all = Variation.ofRuns(runs);
        StringColumn id = StringColumn.create("run");
        StringColumn data = StringColumn.create("data");
        StringColumn settings = StringColumn.create("settings");
        IntColumn epochs = IntColumn.create("epochs");
        DoubleColumn validation = Columns.decimals("validation accuracy");
        DoubleColumn test = Columns.decimals("test accuracy");
        StringColumn diagnosis = StringColumn.create("diagnosis");
        for (Run run : runs) {
            History history = run.history();
            id.append(run.id());
            data.append(run.experiment().faces().data());
            settings.append(all.shortLabel(run.experiment(), "data"));
            epochs.append(Math.max(0, history.lastEpoch())); // one that was broken off at its start has none
            validation.append(history.lastAccuracy("validation"));
            test.append(history.lastAccuracy("test"));
            run.diagnosis().ifPresentOrElse(found -> diagnosis.append(found.condition().word()), diagnosis::appendMissing);
        }
        return Columns.withDivergence(Table.create("", id, data, settings, epochs, validation, test, diagnosis), runs);
    }
}
