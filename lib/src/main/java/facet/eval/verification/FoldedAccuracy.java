package facet.eval.verification;

import facet.eval.Interval;
import facet.eval.Statistics;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.math3.stat.StatUtils;

/**
 * LFW's measure: for each fold in turn, a threshold is chosen on the other folds, and the accuracy on the fold counts. No pair helps to choose its own threshold.
 * Source: G. B. Huang and others, Labeled Faces in the Wild, University of Massachusetts, Technical Report 07-49 (2007), and Huang and Learned-Miller,
 * Technical Report UM-CS-2014-003 (2014).
 *
 * @param folds two or more
 */
public record FoldedAccuracy(List<FoldAccuracy> folds) {

    public FoldedAccuracy {
        folds = List.copyOf(folds);
        if (folds.size() < 2) {
            throw new IllegalArgumentException("An accuracy over folds needs two folds, not " + folds.size() + ".");
        }
    }

    /**
     * Measures every fold. To be asked for only where there is no {@link #refusal}.
     *
     * @throws IllegalArgumentException where there are fewer than two folds
     */
    public static FoldedAccuracy of(ScoredPairs pairs) {
        return new FoldedAccuracy(pairs.folds().stream().map(fold -> measure(fold, pairs.pairs())).toList());
    }

    private static FoldAccuracy measure(String fold, List<ScoredPair> pairs) {
        double threshold = BestThreshold.of(RocCurve.of(pairs.stream().filter(pair -> !pair.fold().equals(fold)).toList()));
        List<ScoredPair> own = pairs.stream().filter(pair -> pair.fold().equals(fold)).toList();
        int correct = (int) own.stream().filter(pair -> pair.same() == pair.distance() < threshold).count();
        return new FoldAccuracy(fold, threshold, correct, own.size());
    }

    /** @return why pairs have no accuracy over folds; nothing where they have one */
    public static Optional<String> refusal(ScoredPairs pairs) {
        List<String> folds = pairs.folds();
        if (folds.isEmpty()) {
            return Optional.of("the pairs name no folds, and a threshold is never tested on the pairs that it was chosen on. Add a column fold.");
        }
        if (folds.size() == 1) {
            return Optional.of("there is one fold, " + folds.get(0) + ", and no other to choose its threshold on.");
        }
        return folds.stream().filter(fold -> pairs.pairs().stream().filter(pair -> !pair.fold().equals(fold)).map(ScoredPair::same).distinct().count() < 2).findFirst()
                .map(fold -> "without fold " + fold + " all pairs are of one kind, which no threshold can be chosen on.");
    }

    /** @return how many people stand in more than one fold; 0 where people are unknown */
    static long peopleInSeveralFolds(ScoredPairs pairs) {
        return pairs.pairs().stream().filter(ScoredPair::namesPeople).flatMap(pair -> List.of(pair.personA(), pair.personB()).stream().distinct()
                        .map(person -> List.of(person, pair.fold()))).distinct()
                .collect(Collectors.groupingBy(personAndFold -> personAndFold.get(0), Collectors.counting())).values().stream().filter(count -> count > 1).count();
    }

    /** @return the mean accuracy of the folds, each counting once */
    public double mean() {
        return StatUtils.mean(accuracies());
    }

    /** @return the standard error of the mean: s / √k with s² = Σ (accuracy - mean)² / (k - 1), for k folds */
    public double standardError() {
        return Math.sqrt(StatUtils.variance(accuracies()) / folds.size());
    }

    /** @return mean ± 1.96 standard errors, cut at 0 and 1 */
    public Interval interval() {
        double half = Statistics.Z * standardError();
        return new Interval(Math.max(0, mean() - half), Math.min(1, mean() + half));
    }

    private double[] accuracies() {
        return folds.stream().mapToDouble(FoldAccuracy::accuracy).toArray();
    }
}
