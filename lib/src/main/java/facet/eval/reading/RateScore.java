package facet.eval.reading;

import java.util.List;

/**
 * How well a reading predicts what the paper states of one learning rate.
 *
 * @param parts each stated number with its log density
 * @param diverged the share of the reading's runs that diverged
 */
public record RateScore(List<Part> parts, double diverged) {

    /** What is left of the density where all runs diverged: the paper reports a training that ended, which such a reading nearly rules out. */
    static final double TINY = 1e-6;

    /** The log density of a loss where no run ended: as likely as another from a hundredth to a thousand, per unit of {@link LossDensity}'s scale. */
    private static final double ANY_LOSS = -Math.log(Math.log((1000 + LossDensity.OFFSET) / (0.01 + LossDensity.OFFSET)));

    /**
     * A stated number and how well it is predicted.
     *
     * @param number what is stated
     * @param logDensity the logarithm of its probability, or of its density, before it is weighted
     */
    public record Part(StatedNumber number, double logDensity) { }

    public RateScore {
        parts = List.copyOf(parts);
    }

    /** Scores a reading by stated numbers of one learning rate, at which it was run. */
    static RateScore of(Reading reading, List<StatedNumber> numbers, double learningRate) {
        return new RateScore(numbers.stream().map(number -> new Part(number, logDensity(reading.outcomes(learningRate, number.set()), number))).toList(),
                reading.divergedShare(learningRate));
    }

    private static double logDensity(List<SetOutcome> runs, StatedNumber number) {
        boolean loss = number.quantity() == Quantity.LOSS;
        if (runs.isEmpty()) { // all of them diverged, so that any number is as likely
            return loss ? ANY_LOSS : -Math.log(number.triplets() + 1);
        }
        return loss ? LossDensity.of(runs, number).log(number.value()) : AccuracyDensity.log(runs, number);
    }

    /** @return the weighted sum of the log densities, and log(1 - share + tiny) of the runs that diverged */
    public double log() {
        return parts.stream().mapToDouble(part -> part.number().weight() * part.logDensity()).sum() + Math.log(1 - diverged + TINY);
    }
}
