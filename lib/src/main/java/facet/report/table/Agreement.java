package facet.report.table;

import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** How far gradients point the same way, for steps that differ in one thing each. */
public final class Agreement {

    private Agreement() { }

    /**
     * Makes a table with a row for each comparison.
     *
     * @param title what they are compared with
     * @param comparisons cosines by parameter, such as those of {@link facet.parity.Gradients#cosines}, by what differs
     */
    public static Table table(String title, Map<String, Map<String, Double>> comparisons) {
        StringColumn what = StringColumn.create("what differs");
        StringColumn mean = StringColumn.create("mean cosine");
        StringColumn worst = StringColumn.create("worst");
        StringColumn where = StringColumn.create("in");
        comparisons.forEach((name, cosines) -> {
            var least = cosines.entrySet().stream().min(Comparator.comparingDouble(Map.Entry::getValue)).orElseThrow();
            what.append(name);
            mean.append(cosine(cosines.values().stream().mapToDouble(c -> c).average().orElseThrow()));
            worst.append(cosine(least.getValue()));
            where.append(least.getKey());
        });
        return Table.create(title, what, mean, worst, where);
    }

    private static String cosine(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
