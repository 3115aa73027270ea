package facet.eval.reading;

import facet.eval.Interval;
import java.util.List;
import java.util.Optional;

/**
 * A stated number, and where a reading expects it.
 *
 * @param number what the paper states
 * @param interval the reading's central 95 % predictive interval, with other seeds and other triplets in it
 */
public record Prediction(StatedNumber number, Interval interval) {

    static final double TAIL = 0.025;

    /** @return what the reading's runs at the number's learning rate expect; nothing where none of them ended, or measured the set */
    public static Optional<Prediction> of(Reading reading, StatedNumber number) {
        List<SetOutcome> runs = reading.outcomes(number.learningRate(), number.set());
        return runs.isEmpty() ? Optional.empty()
                : Optional.of(new Prediction(number, number.quantity() == Quantity.LOSS ? LossDensity.of(runs, number).interval(TAIL) : AccuracyDensity.of(runs, number).interval(TAIL)));
    }

    /** @return whether the stated number lies within; an accuracy that is rounded stands for its number of correct triplets */
    public boolean fits() {
        return interval.contains(number.quantity() == Quantity.LOSS ? number.value() : (double) number.correct() / number.triplets());
    }
}
