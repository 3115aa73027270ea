package facet.train;

import facet.eval.MeasuredLoss;
import facet.eval.TripletAccuracy;
import facet.eval.TripletDistances;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * Loss and accuracy of each set after each epoch; epoch 0 is the network before its first step.
 *
 * @param rows in the order they were measured
 */
public record History(List<Row> rows) {

    private static final Set<String> NO_TESTS = Set.of("train", "validation", "hard validation");

    /**
     * One set after one epoch.
     *
     * @param epoch from 0, before the first step
     * @param set the set's name; {@code train} holds the mean over the epoch's own steps and starts at epoch 1
     * @param triplets how many triplets were measured
     * @param loss mean triplet loss, of the formula that trains; NaN where there are no triplets
     * @param correct how many of the triplets have d(A, P) &lt; d(A, N)
     */
    public record Row(int epoch, String set, int triplets, double loss, int correct) {

        /** @return the row of triplets measured by the paper's loss with a margin */
        public static Row of(int epoch, String set, List<TripletDistances> triplets, double margin) {
            return of(epoch, set, triplets, MeasuredLoss.hinge(margin));
        }

        /** @return the row of measured triplets; loss and accuracy of no triplet are NaN */
        public static Row of(int epoch, String set, List<TripletDistances> triplets, MeasuredLoss loss) {
            return new Row(epoch, set, triplets.size(), loss.mean(triplets),
                    (int) triplets.stream().filter(TripletDistances::correct).count());
        }

        /** @return the share of correct triplets, from 0 to 1 */
        public double accuracy() {
            return (double) correct / triplets;
        }

        /** @return its accuracy with interval */
        public TripletAccuracy tripletAccuracy(double margin) {
            return new TripletAccuracy(set, triplets, correct, loss, margin);
        }
    }

    public History {
        rows = List.copyOf(rows);
    }

    /** @return the empty history */
    public static History empty() {
        return new History(List.of());
    }

    /** @return this history and one epoch more */
    public History plus(List<Row> epoch) {
        List<Row> all = new ArrayList<>(rows);
        all.addAll(epoch);
        return new History(all);
    }

    /** @return the last epoch it holds, or -1 */
    public int lastEpoch() {
        return rows.isEmpty() ? -1 : rows.get(rows.size() - 1).epoch();
    }

    /** @return the names of its sets, in order */
    public Set<String> sets() {
        Set<String> names = new LinkedHashSet<>();
        rows.forEach(row -> names.add(row.set()));
        return names;
    }

    /** @return the names of its test sets, in order: those that are neither trained on nor used for choices */
    public String[] testSets() {
        return sets().stream().filter(set -> !NO_TESTS.contains(set)).toArray(String[]::new);
    }

    /** @return the rows of one set, by epoch; empty where it has none */
    public List<Row> rows(String set) {
        return rows.stream().filter(row -> row.set().equals(set)).toList();
    }

    /**
     * Returns one row.
     *
     * @throws IllegalArgumentException where the set was not measured after the epoch
     */
    public Row row(String set, int epoch) {
        return rows(set).stream().filter(row -> row.epoch() == epoch).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no " + set + " after epoch " + epoch + "."));
    }

    /** @return the epochs of a set */
    public double[] epochs(String set) {
        return column(set, Row::epoch);
    }

    /** @return the mean losses of a set, by epoch */
    public double[] loss(String set) {
        return column(set, Row::loss);
    }

    /** @return the accuracies of a set, by epoch, from 0 to 1 */
    public double[] accuracy(String set) {
        return column(set, Row::accuracy);
    }

    /** @return the last accuracy of a set, NaN where it has none */
    public double lastAccuracy(String set) {
        double[] accuracy = accuracy(set);
        return accuracy.length == 0 ? Double.NaN : accuracy[accuracy.length - 1];
    }

    private double[] column(String set, ToDoubleFunction<Row> value) {
        return rows(set).stream().mapToDouble(value).toArray();
    }

    /** @return the history up to and with an epoch */
    public History until(int epoch) {
        return new History(rows.stream().filter(row -> row.epoch() <= epoch).toList());
    }
}
