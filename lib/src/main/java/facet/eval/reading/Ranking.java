package facet.eval.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Readings in the order of how well they predict the paper's numbers.
 *
 * @param rates the learning rates whose numbers count
 * @param readings the best one first
 * @param leftOut readings that were not run at all of the learning rates
 * @param numbers what was predicted, of these learning rates and of others
 */
public record Ranking(List<Double> rates, List<RankedReading> readings, List<Reading> leftOut, List<StatedNumber> numbers) {

    /**
     * Ranks readings. A number counts where every reading with a run at its learning rate that ended has measured its set: scores of different numbers do not compare.
     *
     * @param stated what the paper states
     * @param rates learning rates whose numbers count, at least one
     * @throws IllegalArgumentException where no reading was run at all of the learning rates, or none of their numbers can be scored
     */
    public static Ranking of(List<Reading> readings, List<StatedNumber> stated, double... rates) {
        List<Double> counted = Arrays.stream(rates).boxed().toList();
        List<Reading> whole = readings.stream().filter(reading -> reading.byRate().keySet().containsAll(counted)).toList();
        List<StatedNumber> numbers = stated.stream().filter(number -> isPredicted(whole, number)).toList();
        if (counted.isEmpty() || whole.isEmpty() || !numbers.stream().map(StatedNumber::learningRate).toList().containsAll(counted)) {
            throw new IllegalArgumentException("No reading was run at all of the learning rates " + counted + " and measured a set that the paper has. Train it, or rank by another learning rate.");
        }
        List<Scored> scored = new ArrayList<>(whole.stream().map(reading -> Scored.of(reading, numbers, counted)).toList());
        scored.sort(Comparator.comparingDouble(Scored::log).reversed()); // stable: equal ones stay in their order
        double most = scored.get(0).log();
        double sum = scored.stream().mapToDouble(each -> Math.exp(each.log() - most)).sum();
        List<RankedReading> ranked = new ArrayList<>();
        for (Scored each : scored) {
            ranked.add(new RankedReading(ranked.size() + 1, each.reading(), each.scores(), each.log(), Math.exp(each.log() - most) / sum));
        }
        return new Ranking(counted, ranked, readings.stream().filter(reading -> !whole.contains(reading)).toList(), numbers);
    }

    public Ranking {
        rates = List.copyOf(rates);
        readings = List.copyOf(readings);
        leftOut = List.copyOf(leftOut);
        numbers = List.copyOf(numbers);
    }

    private static boolean isPredicted(List<Reading> readings, StatedNumber number) {
        List<SeedOutcome> seeds = readings.stream().flatMap(reading -> reading.seeds(number.learningRate()).stream()).toList();
        return !seeds.isEmpty() && seeds.stream().allMatch(seed -> seed.diverged() || seed.sets().containsKey(number.set()));
    }

    private record Scored(Reading reading, SortedMap<Double, RateScore> scores, double log) {

        static Scored of(Reading reading, List<StatedNumber> numbers, List<Double> counted) {
            SortedMap<Double, RateScore> scores = new TreeMap<>();
            for (double rate : reading.byRate().keySet()) {
                List<StatedNumber> ofRate = numbers.stream().filter(number -> number.learningRate() == rate).toList();
                if (!ofRate.isEmpty()) {
                    scores.put(rate, RateScore.of(reading, ofRate, rate));
                }
            }
            return new Scored(reading, Collections.unmodifiableSortedMap(scores), counted.stream().map(scores::get).mapToDouble(RateScore::log).sum());
        }
    }

    /** @return the ranked readings of some names, in their order; throws an IllegalArgumentException for a name that none has */
    public List<RankedReading> named(String... names) {
        return Arrays.stream(names).map(name -> readings.stream().filter(each -> each.reading().name().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No ranked reading is named " + name + ". There are: "
                        + String.join("; ", readings.stream().map(each -> each.reading().name()).toList()) + "."))).toList();
    }

    /** @return the stated value of a quantity, where it is among the numbers; NaN where it is not */
    public double stated(double rate, String set, Quantity quantity) {
        return numbers.stream().filter(number -> number.learningRate() == rate && number.set().equals(set) && number.quantity() == quantity)
                .mapToDouble(StatedNumber::value).findFirst().orElse(Double.NaN);
    }
}
