package facet.report.table;

import ai.djl.ndarray.NDManager;
import facet.parity.Golden;
import java.util.Locale;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** How near the network comes to torchvision's. */
public final class Parity {

    private Parity() { }

    /** @return a row for each array of a golden file in evaluation mode */
    public static Table table(Golden golden, NDManager manager) {
        StringColumn what = StringColumn.create("array");
        StringColumn numbers = StringColumn.create("shape");
        StringColumn difference = StringColumn.create("relative difference");
        golden.evaluationErrors(manager, true).forEach((name, error) -> {
            what.append(name.replace("eval_", "").replace("_gap", ", pooled").replace("_head", ", a corner").replace("_none", ", no FPN").replace("POOL", "pool").replace('_', ' '));
            numbers.append(golden.values().get(name).getShape().toString());
            difference.append(String.format(Locale.ROOT, "%.1e", error));
        });
        return Table.create("Facet and torchvision, same weights, same images", what, numbers, difference);
    }
}
