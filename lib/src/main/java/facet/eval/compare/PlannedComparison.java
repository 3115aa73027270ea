package facet.eval.compare;

import facet.eval.Interval;
import facet.eval.Statistics;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * One of several comparisons that were planned together.
 *
 * @param first the name of the first network
 * @param second that of the second
 * @param unpaired the comparison that decides
 * @param paired the 95 % interval of the difference paired by seed, which is shown beside it and decides nothing
 * @param adjusted the p-value, adjusted for all of them ({@link Holm})
 * @param verdict what is said
 */
public record PlannedComparison(String first, String second, UnpairedComparison unpaired, Interval paired, double adjusted, EquivalenceVerdict verdict) {

    /** Two networks by name. */
    public record Contrast(String first, String second) { }

    /**
     * Makes the comparisons of a plan.
     *
     * @param networks the runs of each network by its name; they have the same seeds
     * @param contrasts which networks are compared
     * @throws IllegalArgumentException where a network was not trained, has fewer than two runs, or has other seeds than the one it is compared with
     */
    public static List<PlannedComparison> of(Map<String, List<SeedScores>> networks, List<Contrast> contrasts, Plan plan) {
        List<UnpairedComparison> found = contrasts.stream().map(contrast -> UnpairedComparison.of(runs(networks, contrast.first()), runs(networks, contrast.second()))).toList();
        double[] adjusted = Holm.adjusted(found.stream().mapToDouble(UnpairedComparison::pValue).toArray());
        return IntStream.range(0, found.size()).mapToObj(i -> new PlannedComparison(contrasts.get(i).first(), contrasts.get(i).second(), found.get(i),
                paired(networks, contrasts.get(i)), adjusted[i], EquivalenceVerdict.of(found.get(i), adjusted[i], plan.level(), plan.bound()))).toList();
    }

    private static List<SeedScores> runs(Map<String, List<SeedScores>> networks, String name) {
        List<SeedScores> runs = networks.get(name);
        if (runs == null) {
            throw new IllegalArgumentException("There are no runs of " + name + "; there are those of " + String.join(", ", networks.keySet()) + ".");
        }
        return runs;
    }

    private static Interval paired(Map<String, List<SeedScores>> networks, Contrast contrast) {
        List<SeedScores> first = networks.get(contrast.first());
        List<SeedScores> second = networks.get(contrast.second());
        if (!first.stream().map(SeedScores::seed).toList().equals(second.stream().map(SeedScores::seed).toList())) {
            throw new IllegalArgumentException(contrast.first() + " and " + contrast.second() + " do not have the same seeds. Train those that are missing.");
        }
        return Statistics.mean(IntStream.range(0, first.size()).mapToDouble(i -> first.get(i).mean() - second.get(i).mean()).toArray());
    }
}
