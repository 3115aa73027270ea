package facet.eval.compare;

import facet.eval.CrossedMean;
import facet.eval.Interval;
import facet.eval.MeasuredLoss;
import facet.eval.TripletDistances;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What differs over several seeds and many triplets. {@link PairedComparison} takes the triplets alone into account, {@link SeedComparison} the seeds alone, and
 * either kind of chance can make a difference.
 *
 * @param sets whose triplets are taken together
 * @param triplets how many they have
 * @param first the first side's mean over triplets and seeds: its accuracy or its loss
 * @param second the second side's
 * @param difference the first less the second
 * @param interval the difference's 95 % interval, for other triplets and other seeds ({@link CrossedMean})
 * @param seeds the difference of each seed, in their order
 * @param verdict the better side where the interval excludes 0 and enough triplets differ
 */
public record CrossedComparison(List<String> sets, int triplets, double first, double second, double difference, Interval interval, List<Seed> seeds,
        Verdict verdict) {

    /** One seed's difference. */
    public record Seed(long seed, double difference) { }

    /**
     * Compares accuracies; the higher one is better.
     *
     * @param pairs one for each seed
     * @throws IllegalArgumentException where the seeds are fewer than {@link CrossedMean#LEAST_SEEDS}, or were not measured on the same triplets
     */
    public static CrossedComparison accuracy(List<MeasuredPair> pairs, List<String> sets) {
        return of(pairs, sets, triplet -> triplet.correct() ? 1 : 0, CrossedMean::paired, 1);
    }

    /** Compares mean losses; the lower one is better. Networks whose distances differ in scale can't be compared so. */
    public static CrossedComparison loss(List<MeasuredPair> pairs, List<String> sets, MeasuredLoss loss) {
        return of(pairs, sets, loss::of, CrossedMean::of, -1);
    }

    private static CrossedComparison of(List<MeasuredPair> pairs, List<String> sets, ToDoubleFunction<TripletDistances> value,
            Function<double[][], CrossedMean> estimate, int sign) {
        List<List<TripletPair>> seeds = pairs.stream().map(pair -> pair.triplets(sets)).toList();
        double[][] differences = differences(seeds, value);
        CrossedMean mean = estimate.apply(differences);
        long different = Arrays.stream(differences).filter(triplet -> Arrays.stream(triplet).sum() != 0).count();
        return new CrossedComparison(List.copyOf(sets), differences.length, mean(seeds, TripletPair::first, value), mean(seeds, TripletPair::second, value),
                mean.mean(), mean.interval(),
                IntStream.range(0, pairs.size()).mapToObj(seed -> new Seed(pairs.get(seed).seed(),
                        Arrays.stream(differences).mapToDouble(triplet -> triplet[seed]).average().orElseThrow())).toList(),
                Verdict.ofTriplets(mean.interval(), sign * mean.mean(), different));
    }

    /** [triplets][seeds] */
    private static double[][] differences(List<List<TripletPair>> seeds, ToDoubleFunction<TripletDistances> value) {
        if (seeds.stream().map(seed -> seed.stream().map(pair -> pair.first().name()).toList()).distinct().count() > 1) {
            throw new IllegalArgumentException("The seeds were not measured on the same triplets: do they have one split?");
        }
        return IntStream.range(0, seeds.get(0).size()).mapToObj(triplet -> seeds.stream().map(seed -> seed.get(triplet))
                .mapToDouble(pair -> value.applyAsDouble(pair.first()) - value.applyAsDouble(pair.second())).toArray()).toArray(double[][]::new);
    }

    private static double mean(List<List<TripletPair>> seeds, Function<TripletPair, TripletDistances> side, ToDoubleFunction<TripletDistances> value) {
        return seeds.stream().flatMap(List::stream).map(side).mapToDouble(value).average().orElseThrow();
    }
}
