package facet.report.table;

import facet.eval.compare.SignVerdict;
import facet.report.Numbers;
import facet.study.Run;
import facet.train.History;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Claims beside the differences of a few seeds: {@link SignVerdict}. */
public final class SignTable {

    /**
     * Runs after one of their epochs.
     *
     * @param name of what they have in common, such as 0.01
     * @param runs one a seed
     * @param epoch after which they are compared
     */
    public record After(String name, List<Run> runs, int epoch) { }

    private final StringColumn claim = StringColumn.create("claim");
    private final StringColumn compared = StringColumn.create("compared");
    private final StringColumn set = StringColumn.create("set");
    private final StringColumn claimed = StringColumn.create("the paper says");
    private final StringColumn seeds = StringColumn.create("ours, seed by seed");
    private final StringColumn verdict = StringColumn.create("verdict");
    private final String title;

    private SignTable(String title) {
        this.title = title;
    }

    /** @return a table without rows */
    public static SignTable of(String title) {
        return new SignTable(title);
    }

    /**
     * Adds a row a set: the accuracy of the first runs less that of the second; a plus claims that it is higher, a minus lower.
     *
     * @throws IllegalArgumentException where both do not have the same seeds
     */
    public SignTable accuracy(String claim, String sign, After first, After second, String... sets) {
        return rows(claim, "accuracy", sign, first, second, History.Row::accuracy, sets);
    }

    /** Adds the same of mean losses. */
    public SignTable loss(String claim, String sign, After first, After second, String... sets) {
        return rows(claim, "loss", sign, first, second, History.Row::loss, sets);
    }

    private SignTable rows(String name, String quantity, String sign, After first, After second, ToDoubleFunction<History.Row> value, String... sets) {
        List<Long> same = seeds(first);
        if (!same.equals(seeds(second))) {
            throw new IllegalArgumentException("A comparison needs runs of the same seeds in the same order: it has " + same + " and " + seeds(second) + ".");
        }
        if (!List.of("+", "-").contains(sign)) {
            throw new IllegalArgumentException("What is claimed is " + sign + "; write + for higher, or -.");
        }
        List<History> ours = first.runs().stream().map(Run::history).toList(); // read from disk, once for all sets
        List<History> theirs = second.runs().stream().map(Run::history).toList();
        for (String each : sets) {
            List<Double> differences = IntStream.range(0, same.size())
                    .mapToObj(i -> value(ours.get(i), first.epoch(), each, value) - value(theirs.get(i), second.epoch(), each, value)).toList();
            claim.append(name);
            compared.append(first.name() + " against " + second.name());
            set.append(each);
            claimed.append(quantity + (sign.equals("+") ? " higher" : " lower"));
            seeds.append(IntStream.range(0, same.size()).mapToObj(i -> same.get(i) + ": " + signed(differences.get(i))).collect(Collectors.joining(", ")));
            verdict.append(words(SignVerdict.of(sign.equals("+"), differences)));
        }
        return this;
    }

    /** @return a row for each claim and set */
    public Table table() {
        return Table.create(title, claim, compared, set, claimed, seeds, verdict);
    }

    private static List<Long> seeds(After runs) {
        return runs.runs().stream().map(run -> run.experiment().training().seed()).toList();
    }

    /** NaN where the set was not measured after the epoch. */
    private static double value(History history, int epoch, String set, ToDoubleFunction<History.Row> value) {
        return history.rows(set).stream().filter(row -> row.epoch() == epoch).mapToDouble(value).findFirst().orElse(Double.NaN);
    }

    private static String signed(double difference) {
        return (difference > 0 ? "+" : difference < 0 ? "-" : "") + Numbers.decimal(Math.abs(difference)); // a sign is what counts: none of 0, and one of 0.00001
    }

    private static String words(SignVerdict verdict) {
        return switch (verdict) {
            case AS_CLAIMED -> "as the paper says";
            case OTHER_WAY -> "the other way";
            case MIXED -> "mixed";
            case NOT_MEASURED -> "not measured";
        };
    }
}
