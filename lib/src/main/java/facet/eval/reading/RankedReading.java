package facet.eval.reading;

import java.util.SortedMap;

/**
 * A reading among those that were tried.
 *
 * @param rank from 1
 * @param reading what was tried
 * @param scores how well it predicts the numbers of each learning rate, also of those that are not ranked by
 * @param logScore the sum over the learning rates that are ranked by
 * @param weight its share of the exponentials of all scores: the posterior probability if all readings were equally likely before and one of those tried was the paper's. Readings
 *     that were not tried are not in it
 */
public record RankedReading(int rank, Reading reading, SortedMap<Double, RateScore> scores, double logScore, double weight) { }
