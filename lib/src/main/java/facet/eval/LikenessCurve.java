package facet.eval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A share of triplets as a function of how alike anchor and negative are, by a judge that is not the network that is tested. Sets are pooled: one whose negatives were
 * chosen for their likeness lies on the right. Sets differ in more than likeness, such as photographs and generated faces, so that a chart shows them apart.
 * The band is a bootstrap's by person: whoever stands in several sets as an anchor is drawn with all of their triplets. It does not cover that strangers, too, stand in several
 * triplets, nor other trainings.
 *
 * @param triplets those that were judged
 * @param bins by likeness ({@link LikenessBins}), the least alike first. They depend on the likeness alone, so that networks have the same bins
 * @param notes what a reader has to know
 */
public record LikenessCurve(List<JudgedTriplet> triplets, List<LikenessBin> bins, List<String> notes) {

    public LikenessCurve {
        triplets = List.copyOf(triplets);
        bins = List.copyOf(bins);
        notes = List.copyOf(notes);
    }

    /**
     * Counts the correct triplets.
     *
     * @throws IllegalArgumentException where fewer than 30 triplets were judged
     */
    public static LikenessCurve accuracy(List<JudgedTriplet> triplets, long seed) {
        return of(triplets, weights -> JudgedTriplet::correct, seed);
    }

    /** @return the triplets that were judged, in their order */
    public static List<JudgedTriplet> judged(List<JudgedTriplet> triplets) {
        return triplets.stream().filter(triplet -> !Double.isNaN(triplet.likeness())).toList();
    }

    /**
     * Counts any triplets.
     *
     * @param counted tells which of them count, by how often each triplet of {@link #judged} was drawn: a threshold that is chosen on them is chosen anew in each draw
     * @throws IllegalArgumentException where fewer than 30 triplets were judged
     */
    public static LikenessCurve of(List<JudgedTriplet> triplets, Function<int[], Predicate<JudgedTriplet>> counted, long seed) {
        List<JudgedTriplet> judged = judged(triplets);
        List<int[]> places = LikenessBins.of(judged);
        int[] people = people(judged);
        int persons = Arrays.stream(people).max().orElseThrow() + 1;
        Random random = new Random(seed);
        double[][] drawn = new double[places.size()][Resamples.DRAWS];
        for (int draw = 0; draw < Resamples.DRAWS; draw++) {
            int[] counts = Resamples.draw(persons, random);
            double[] shares = shares(judged, places, Arrays.stream(people).map(person -> counts[person]).toArray(), counted);
            for (int bin = 0; bin < shares.length; bin++) {
                drawn[bin][draw] = shares[bin];
            }
        }
        double[] shares = shares(judged, places, Resamples.once(judged.size()), counted);
        List<LikenessBin> bins = new ArrayList<>();
        for (int bin = 0; bin < shares.length; bin++) {
            int[] own = places.get(bin);
            int ownPeople = (int) Arrays.stream(own).map(i -> people[i]).distinct().count();
            bins.add(new LikenessBin(judged.get(own[0]).likeness(), judged.get(own[own.length - 1]).likeness(),
                    Arrays.stream(own).mapToDouble(i -> judged.get(i).likeness()).average().orElseThrow(), own.length, ownPeople, shares[bin],
                    interval(drawn[bin], shares[bin], ownPeople)));
        }
        return new LikenessCurve(judged, bins, notes(judged.size(), triplets.size()));
    }

    /** The number of each triplet's person, from 0, as they appear. */
    private static int[] people(List<JudgedTriplet> triplets) {
        Map<String, Integer> numbers = new HashMap<>();
        return triplets.stream().mapToInt(triplet -> numbers.computeIfAbsent(triplet.person(), name -> numbers.size())).toArray();
    }

    /** The share of each bin; NaN where nobody of it was drawn. */
    private static double[] shares(List<JudgedTriplet> triplets, List<int[]> places, int[] weights, Function<int[], Predicate<JudgedTriplet>> counted) {
        Predicate<JudgedTriplet> counts = counted.apply(weights);
        return places.stream().mapToDouble(own -> Arrays.stream(own).filter(i -> counts.test(triplets.get(i))).mapToDouble(i -> weights[i]).sum()
                / Arrays.stream(own).mapToDouble(i -> weights[i]).sum()).toArray();
    }

    /** Wilson's interval of people where nothing scatters, since all are correct or all wrong: the bootstrap's would have no width. */
    private static Interval interval(double[] drawn, double share, int people) {
        Interval interval = Resamples.middle(Arrays.stream(drawn).filter(each -> !Double.isNaN(each)).toArray());
        return interval.low() < interval.high() ? interval : Statistics.wilson(Math.round(share * people), people);
    }

    private static List<String> notes(int judged, int all) {
        return judged == all ? List.of() : List.of(String.format(Locale.ROOT, "%,d of %,d triplets are left out: no judge looked at them, so that their likeness is unknown.",
                all - judged, all));
    }
}
