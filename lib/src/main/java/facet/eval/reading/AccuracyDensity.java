package facet.eval.reading;

import java.util.List;

/** Predicts a stated accuracy from those of a reading's runs: other seeds and other triplets, {@link BetaBinomial}. */
final class AccuracyDensity {

    /**
     * The standard deviation between seeds that is expected beforehand, beyond what the choice of triplets does. On the recorded runs' 170 ordinary triplets of LFW it is .01
     * to .04, with a frozen backbone and with a trained one.
     */
    static final double PRIOR = 0.03;

    private AccuracyDensity() { }

    /** @return the distribution of the number of correct triplets of a stated number, by runs that measured its set */
    static BetaBinomial of(List<SetOutcome> runs, StatedNumber stated) {
        double[] accuracies = runs.stream().mapToDouble(run -> run.accuracy(stated.quantity())).toArray();
        double all = runs.stream().mapToInt(SetOutcome::triplets).sum();
        double correct = runs.stream().mapToDouble(run -> run.accuracy(stated.quantity()) * run.triplets()).sum();
        double mean = (correct + 0.5) / (all + 1); // half a triplet of each kind: five of five do not prove that no sixth can be wrong
        double sampling = mean * (1 - mean) * runs.size() / all;
        int draws = (int) runs.stream().mapToLong(SetOutcome::draw).distinct().count();
        return BetaBinomial.of(NewRun.of(accuracies, sampling, draws, PRIOR), mean, stated.triplets());
    }

    /** @return the log probability of the stated accuracy */
    static double log(List<SetOutcome> runs, StatedNumber stated) {
        return of(runs, stated).logProbability(stated.correct());
    }
}
