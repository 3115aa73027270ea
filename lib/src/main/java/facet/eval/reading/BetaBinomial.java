package facet.eval.reading;

import facet.eval.Interval;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.util.CombinatoricsUtils;

/**
 * How many of n triplets a run classifies correctly, where the share itself varies from run to run: the binomial distribution over a beta distribution.
 * P(k) = C(n, k) B(k + a, n - k + b) / B(a, b) with a = mean (1 - r) / r and b = (1 - mean) (1 - r) / r. Source: J. G. Skellam, A probability distribution derived from
 * the binomial distribution by regarding the probability of success as variable between the sets of trials, Journal of the Royal Statistical Society B 10 (1948), 257-261.
 *
 * @param triplets n
 * @param mean of the share, between 0 and 1
 * @param correlation r of two triplets of one run: the variance of the share over mean (1 - mean); 0 is the binomial distribution
 */
record BetaBinomial(int triplets, double mean, double correlation) {

    /** Below it the binomial distribution is the same to ten digits, and the beta functions lose more than that. */
    private static final double NONE = 1e-10;

    /** The most: the share would else be nearly 0 or nearly 1 in every run. */
    private static final double MOST = 0.5;

    /** @return the distribution of a new run on so many triplets, with the moments of the runs that were made */
    static BetaBinomial of(NewRun run, double mean, int triplets) {
        return new BetaBinomial(triplets, mean, Math.min(MOST, run.variance() / (mean * (1 - mean))));
    }

    /** @return the central interval of the share of correct triplets: each tail outside of it has at most this probability */
    Interval interval(double tail) {
        int low = 0;
        double below = probability(0);
        while (below <= tail) {
            below += probability(++low);
        }
        int high = triplets;
        double above = probability(triplets);
        while (above <= tail) {
            above += probability(--high);
        }
        return new Interval((double) low / triplets, (double) high / triplets);
    }

    private double probability(int correct) {
        return Math.exp(logProbability(correct));
    }

    /** @return the logarithm of the probability of exactly so many correct triplets */
    double logProbability(int correct) {
        if (correlation < NONE) {
            return new BinomialDistribution(null, triplets, mean).logProbability(correct);
        }
        double first = mean * (1 - correlation) / correlation;
        double second = (1 - mean) * (1 - correlation) / correlation;
        return CombinatoricsUtils.binomialCoefficientLog(triplets, correct) + Beta.logBeta(correct + first, triplets - correct + second) - Beta.logBeta(first, second);
    }
}
