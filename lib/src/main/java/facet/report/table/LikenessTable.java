package facet.report.table;

import facet.eval.LikenessBin;
import facet.eval.LikenessCurve;
import facet.report.IntervalText;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Likeness curves as a table. */
public final class LikenessTable {

    private LikenessTable() { }

    /**
     * Puts networks side by side.
     *
     * @param share what the curves count, such as accuracy
     * @return a row a bin: its likeness, how many triplets and people it has, and for each network the share with its 95 % interval
     * @throws IllegalArgumentException where there is no network, or where two were measured on other triplets
     */
    public static Table of(String title, String share, Map<String, LikenessCurve> networks) {
        List<LikenessBin> bins = networks.values().stream().findFirst().orElseThrow(() -> new IllegalArgumentException("There is no curve to show: add a network.")).bins();
        StringColumn likeness = StringColumn.create("likeness");
        IntColumn triplets = IntColumn.create("triplets");
        IntColumn people = IntColumn.create("people");
        for (LikenessBin bin : bins) {
            likeness.append(String.format(Locale.ROOT, "%.2f to %.2f", bin.low(), bin.high()));
            triplets.append(bin.triplets());
            people.append(bin.people());
        }
        Table table = Table.create(title, likeness, triplets, people);
        networks.forEach((name, curve) -> {
            StringColumn column = StringColumn.create(name + ", " + share + " (95 %)");
            if (!places(curve.bins()).equals(places(bins))) {
                throw new IllegalArgumentException("The network " + name + " was measured on other triplets than the first one: their bins do not compare.");
            }
            curve.bins().forEach(bin -> column.append(String.format(Locale.ROOT, "%.3f (%s)", bin.share(), IntervalText.share(bin.interval()))));
            table.addColumns(column);
        });
        return table;
    }

    private static List<String> places(List<LikenessBin> bins) {
        return bins.stream().map(bin -> bin.low() + " to " + bin.high() + ", " + bin.triplets()).toList();
    }
}
