package facet.benchmark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who is measured when: each repetition every measure, each measure every contender, and each time another one begins. */
final class Rounds {

    private final List<Contender> contenders;

    Rounds(List<Contender> contenders) {
        this.contenders = List.copyOf(contenders);
    }

    /** Who measures. */
    @FunctionalInterface
    interface Stopwatch {
        /** Measures one contender once, in the measure's unit. */
        double measure(Measure measure, Contender contender);
    }

    /** All values, in the order of the repetitions; something else may be done after each repetition. */
    Map<Measure, Map<Contender, List<Double>>> run(int repetitions, Stopwatch stopwatch, Runnable afterEach) {
        Map<Measure, Map<Contender, List<Double>>> values = new LinkedHashMap<>();
        for (int repetition = 0; repetition < repetitions; repetition++) {
            for (Measure measure : Measure.values()) {
                for (Contender contender : order(repetition + measure.ordinal())) {
                    values.computeIfAbsent(measure, key -> new LinkedHashMap<>()).computeIfAbsent(contender, key -> new ArrayList<>())
                            .add(stopwatch.measure(measure, contender));
                }
            }
            afterEach.run();
        }
        return values;
    }

    /** A machine that slows down or warms up during a round must not always meet the same contender. */
    private List<Contender> order(int turn) {
        List<Contender> order = new ArrayList<>(contenders);
        Collections.rotate(order, -turn);
        return order;
    }
}
