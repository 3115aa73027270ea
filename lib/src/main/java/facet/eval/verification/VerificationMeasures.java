package facet.eval.verification;

import facet.eval.Interval;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * All measures of a set of pairs: area under the curve, equal error rate, TAR at three FARs, accuracy over folds, and the threshold of highest accuracy on all
 * pairs. Intervals are of a bootstrap by person ({@link Resampling}); that of the accuracy is of its folds.
 *
 * @param rows in this order
 * @param notes a sentence for each refusal and for each thing that a reader of the rows has to know
 */
public record VerificationMeasures(List<MeasureRow> rows, List<String> notes) {

    private static final List<Double> FARS = List.of(0.1, 0.01, 0.001);
    private static final int USUAL_FOLDS = 10;

    private record Measure(String name, ToDoubleFunction<RocCurve> of, Optional<String> refusal) { }

    public VerificationMeasures {
        rows = List.copyOf(rows);
        notes = List.copyOf(notes);
    }

    /** @return the measures; the same for the same pairs and seed */
    public static VerificationMeasures of(ScoredPairs pairs, long seed) {
        List<Measure> measures = new ArrayList<>();
        measures.add(new Measure("auc", AreaUnderCurve::of, Optional.empty()));
        measures.add(new Measure("eer", EqualErrorRate::of, Optional.empty()));
        for (double far : FARS) {
            measures.add(new Measure(name(far), curve -> TrueAcceptRate.at(far, curve),
                    TrueAcceptRate.refusal(far, pairs.impostors())));
        }
        measures.add(new Measure("threshold", BestThreshold::of, Optional.empty()));
        RocCurve curve = RocCurve.of(pairs);
        Optional<List<Interval>> intervals = Bootstrap.intervals(pairs, seed, measures.stream().map(Measure::of).toList());
        List<MeasureRow> rows = new ArrayList<>();
        for (int i = 0; i < measures.size(); i++) {
            int at = i;
            Measure measure = measures.get(i);
            rows.add(measure.refusal().map(why -> MeasureRow.refused(measure.name(), why))
                    .orElseGet(() -> MeasureRow.measured(measure.name(), measure.of().applyAsDouble(curve), intervals.map(all -> all.get(at)))));
        }
        rows.add(rows.size() - 1, accuracy(pairs));
        return new VerificationMeasures(rows, notes(pairs, rows, intervals.isPresent()));
    }

    private static String name(double far) {
        return "tar@far=" + new BigDecimal(Double.toString(far)).toPlainString();
    }

    private static MeasureRow accuracy(ScoredPairs pairs) {
        return FoldedAccuracy.refusal(pairs).map(why -> MeasureRow.refused("accuracy", why)).orElseGet(() -> {
            FoldedAccuracy accuracy = FoldedAccuracy.of(pairs);
            return MeasureRow.measured("accuracy", accuracy.mean(), Optional.of(accuracy.interval()));
        });
    }

    private static List<String> notes(ScoredPairs pairs, List<MeasureRow> rows, boolean intervals) {
        List<String> notes = new ArrayList<>();
        FARS.forEach(far -> TrueAcceptRate.caution(far, pairs.impostors()).ifPresent(why -> notes.add(name(far) + ": " + why)));
        rows.forEach(row -> row.refusal().ifPresent(why -> notes.add("No " + row.name() + ": " + why)));
        if (!intervals) {
            notes.add("No bootstrap intervals: there are too few " + (pairs.namePeople() ? "people" : "pairs") + " to resample.");
        } else if (!pairs.namePeople()) {
            notes.add("The intervals resample pairs, as if they were independent: not every pair names its people."
                    + " Pairs that share a person make them too narrow.");
        }
        if (FoldedAccuracy.refusal(pairs).isEmpty()) {
            addFoldNotes(pairs, notes);
        }
        return notes;
    }

    private static void addFoldNotes(ScoredPairs pairs, List<String> notes) {
        int folds = pairs.folds().size();
        if (folds < USUAL_FOLDS) {
            notes.add("The interval of the accuracy is too narrow: it comes from " + folds + " folds, fewer than LFW's " + USUAL_FOLDS + ".");
        }
        long shared = FoldedAccuracy.peopleInSeveralFolds(pairs);
        if (shared > 0) {
            notes.add(String.format(Locale.ROOT, "%,d %s in more than one fold, so that the folds of the accuracy are not independent.", shared,
                    shared == 1 ? "person is" : "people are"));
        }
    }
}
