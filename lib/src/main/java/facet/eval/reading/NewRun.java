package facet.eval.reading;

import org.apache.commons.math3.stat.StatUtils;

/**
 * The prediction of one more run from those of some seeds: where its number lies on average over all triplets that there could be, and how uncertain that is.
 *
 * @param mean the mean over the seeds
 * @param variance of the new run about it: other seeds vary, the mean is of few seeds, and these were measured on few triplets
 */
record NewRun(double mean, double variance) {

    /**
     * Estimates by moments. The variance of the seeds' values holds that between runs and, as far as they were measured on different triplets, that of the triplets.
     * What is left of it without the latter is pooled with a prior spread that counts as one degree of freedom, so that one seed, or three equal ones, are not taken for
     * a proof that seeds do not vary.
     *
     * @param values a number for each seed
     * @param sampling the variance of such a number by the choice of its triplets
     * @param draws how many different choices of triplets there are among the seeds
     * @param prior the standard deviation between runs that is expected beforehand
     */
    static NewRun of(double[] values, double sampling, int draws, double prior) {
        int seeds = values.length;
        // Of all pairs of seeds those with different triplets: 0 where all share them, 1 where none do.
        double different = seeds == 1 ? 0 : seeds * (1 - 1.0 / draws) / (seeds - 1);
        double seen = seeds == 1 ? 0 : Math.max(0, StatUtils.variance(values) - different * sampling);
        double between = (prior * prior + (seeds - 1) * seen) / seeds;
        return new NewRun(StatUtils.mean(values), between * (1 + 1.0 / seeds) + sampling / draws);
    }
}
