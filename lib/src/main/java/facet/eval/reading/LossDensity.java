package facet.eval.reading;

import facet.eval.Interval;
import java.util.List;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * Predicts a stated mean loss from those of a reading's runs: Student's t on a logarithmic scale, x = log(loss + 0.1). Its variance holds other seeds and other triplets.
 *
 * @param centre the mean of x
 * @param scale of the t distribution, in units of x
 * @param freedom its degrees of freedom: the seeds less one, at least one: of one seed the tails are so heavy that hardly any loss is ruled out
 */
record LossDensity(double centre, double scale, double freedom) {

    /** A tenth of the paper's margin: losses far below it are alike, and one of 0 has a logarithm. */
    static final double OFFSET = 0.1;
    /**
     * The standard deviation between seeds that is expected beforehand, in units of x. On the recorded runs' ordinary triplets of LFW it is .1 to .3 with a trained backbone
     * and less with a frozen one.
     */
    static final double PRIOR = 0.25;
    /** The triplets' standard deviation over their mean loss, where the triplets' losses were not kept. On the recorded runs it is 1.2 to 3.6 for 170 triplets, .4 to 2.9 for ten. */
    static final double RATIO = 2;

    /** @return the distribution of x of a stated number, by runs that measured its set */
    static LossDensity of(List<SetOutcome> runs, StatedNumber stated) {
        double[] logs = runs.stream().mapToDouble(run -> x(run.loss())).toArray();
        double one = runs.stream().mapToDouble(LossDensity::variance).average().orElseThrow();
        double triplets = runs.stream().mapToInt(SetOutcome::triplets).average().orElseThrow();
        int draws = (int) runs.stream().mapToLong(SetOutcome::draw).distinct().count();
        NewRun run = NewRun.of(logs, one / triplets, draws, PRIOR);
        return new LossDensity(run.mean(), Math.sqrt(run.variance() + one / stated.triplets()), Math.max(1, runs.size() - 1));
    }

    /** The variance of one triplet's loss in units of x, to first order: the mean of n triplets has the n-th part of it. */
    private static double variance(SetOutcome run) {
        double deviation = Double.isNaN(run.deviation()) ? RATIO * run.loss() : run.deviation();
        double relative = deviation / (run.loss() + OFFSET);
        return relative * relative;
    }

    private static double x(double loss) {
        return Math.log(loss + OFFSET);
    }

    /** @return the central interval of the loss, from 0 on: each tail outside of it has this probability */
    Interval interval(double tail) {
        double reach = scale * new TDistribution(null, freedom).inverseCumulativeProbability(1 - tail);
        return new Interval(Math.max(0, Math.exp(centre - reach) - OFFSET), Math.max(0, Math.exp(centre + reach) - OFFSET));
    }

    /** @return the log density of a loss, per unit of x */
    double log(double loss) {
        return new TDistribution(null, freedom).logDensity((x(loss) - centre) / scale) - Math.log(scale);
    }
}
