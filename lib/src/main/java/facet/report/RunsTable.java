package facet.report;

import facet.study.Run;
import facet.study.Study;
import facet.train.History;
import java.util.List;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** The runs that are kept, a row each. */
public final class RunsTable {

    private RunsTable() { }

    /** @return id, data, what tells a run from the others, epochs, and accuracy on the ordinary test set before training and after the last epoch; and, if one of them diverged, where */
    public static Table of(List<Run> runs) {
        Study all = new Study(runs.stream().map(Run::experiment).toList(), 0);
        StringColumn id = StringColumn.create("run");
        StringColumn data = StringColumn.create("data");
        StringColumn settings = StringColumn.create("what is its own");
        IntColumn epochs = IntColumn.create("epochs");
        DoubleColumn before = Results.decimals("test accuracy at epoch 0");
        DoubleColumn after = Results.decimals("test accuracy");
        for (Run run : runs) {
            History history = run.history();
            List<History.Row> test = history.of("test");
            id.append(run.id());
            data.append(run.experiment().data());
            settings.append(all.label(run.experiment(), "data"));
            epochs.append(history.lastEpoch());
            before.append(test.isEmpty() ? Double.NaN : test.get(0).accuracy());
            after.append(test.isEmpty() ? Double.NaN : test.get(test.size() - 1).accuracy());
        }
        return Provenance.withDivergence(Table.create("", id, data, settings, epochs, before, after), runs);
    }
}
