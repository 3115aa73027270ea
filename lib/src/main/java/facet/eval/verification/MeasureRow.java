package facet.eval.verification;

import facet.eval.Interval;
import java.util.Optional;

/**
 * A measure of pairs, or why there is none.
 *
 * @param name such as auc or tar@far=0.01
 * @param value the measure; nothing where it is refused
 * @param interval its 95 % interval; nothing where it is refused or where there is too little to resample
 * @param refusal why there is no value
 */
public record MeasureRow(String name, Optional<Double> value, Optional<Interval> interval, Optional<String> refusal) {

    static MeasureRow measured(String name, double value, Optional<Interval> interval) {
        return new MeasureRow(name, Optional.of(value), interval, Optional.empty());
    }

    static MeasureRow refused(String name, String why) {
        return new MeasureRow(name, Optional.empty(), Optional.empty(), Optional.of(why));
    }
}
