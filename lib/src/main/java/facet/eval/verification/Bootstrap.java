package facet.eval.verification;

import facet.eval.Interval;
import facet.eval.Resamples;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/**
 * Measures many resamples of the pairs ({@link Resampling}): how much would a measure vary with other people of the same kind?
 */
final class Bootstrap {

    private static final double LEAST_USABLE = 0.95;

    private Bootstrap() { }

    /**
     * Draws resamples and measures each. One that lost all pairs of a kind has no rates and is left out.
     *
     * @return the percentile interval, 95 %, of each measure, in their order; nothing where more than 5 % of the resamples were left out
     */
    static Optional<List<Interval>> intervals(ScoredPairs pairs, long seed, List<ToDoubleFunction<RocCurve>> measures) {
        SortedPairs sorted = new SortedPairs(pairs.pairs());
        Resampling resampling = new Resampling(pairs);
        Random random = new Random(seed);
        double[][] values = new double[measures.size()][Resamples.DRAWS];
        int usable = 0;
        for (int draw = 0; draw < Resamples.DRAWS; draw++) {
            RocCurve curve = sorted.curve(resampling.draw(random));
            if (curve.genuine() > 0 && curve.impostors() > 0) {
                for (int i = 0; i < values.length; i++) {
                    values[i][usable] = measures.get(i).applyAsDouble(curve);
                }
                usable++;
            }
        }
        int drawn = usable;
        return drawn < LEAST_USABLE * Resamples.DRAWS ? Optional.empty() : Optional.of(Arrays.stream(values).map(each -> Resamples.middle(Arrays.copyOf(each, drawn))).toList());
    }
}
