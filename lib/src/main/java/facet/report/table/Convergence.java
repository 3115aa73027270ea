package facet.report.table;

import facet.train.History;
import java.util.Map;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Whether runs still converge in the second half of their epochs, or did so only in the first. */
public final class Convergence {

    private Convergence() { }

    /**
     * @return a row a run: a set's mean loss at epoch 0, half-way and at the end, and by how much it changed in each half; the set is one that is measured at
     * epoch 0, not train
     */
    public static Table of(Map<String, History> runs, String set) {
        StringColumn run = StringColumn.create("run");
        IntColumn epochs = IntColumn.create("epochs");
        DoubleColumn start = Columns.decimals("loss at epoch 0");
        DoubleColumn middle = Columns.decimals("half-way");
        DoubleColumn end = Columns.decimals("at the end");
        DoubleColumn first = Columns.decimals("change, first half");
        DoubleColumn second = Columns.decimals("change, second half");
        runs.forEach((name, history) -> {
            double[] loss = history.loss(set);
            if (loss.length == 0 || history.epochs(set)[0] != 0) {
                throw new IllegalArgumentException("The run " + name + " has no loss of " + set + " at epoch 0.");
            }
            int last = loss.length - 1;
            run.append(name);
            epochs.append(last);
            start.append(loss[0]);
            middle.append(loss[last / 2]);
            end.append(loss[last]);
            first.append(loss[last / 2] - loss[0]);
            second.append(loss[last] - loss[last / 2]);
        });
        return Table.create("Mean loss, " + set, run, epochs, start, middle, end, first, second);
    }
}
