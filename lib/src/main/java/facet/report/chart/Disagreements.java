package facet.report.chart;

import facet.data.HardTriplets;
import facet.data.Triplet;
import facet.data.TripletSet;
import facet.eval.TripletDistances;
import facet.eval.compare.TripletPair;
import facet.io.FacetException;
import facet.io.Progress;
import facet.study.MeasuredRun;
import facet.study.Run;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Shows triplets that one of two networks alone classifies correctly. */
public final class Disagreements {

    private Disagreements() { }

    /**
     * @param most how many triplets at the most
     * @return a gallery of a set's triplets that the second run alone classifies correctly, with the distances of the first; empty where there is none
     * @throws FacetException where a run keeps no distances of the set after that epoch, or a judge chose the set and can't be had
     */
    public static Optional<Gallery> gallery(Run first, Run second, int epoch, String set, int most) {
        List<TripletDistances> measured = TripletPair.of(set, distances(first, epoch, set), distances(second, epoch, set)).stream()
                .filter(TripletPair::onlySecondCorrect).map(TripletPair::first).limit(most).toList();
        if (measured.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Triplet> triplets = (HardTriplets.isHard(set) ? first.judgedSplit(Progress.silent()) : first.split(Progress.silent())).measured().stream()
                .filter(s -> s.name().equals(set)).map(TripletSet::triplets).flatMap(List::stream)
                .collect(Collectors.toMap(Triplet::name, Function.identity()));
        if (triplets.isEmpty()) {
            throw new FacetException("The images of " + set + " are not known without the judge that chose them. Set FACET_YUNET and FACET_SFACE to its two files.");
        }
        return Optional.of(Gallery.of(measured.stream().map(triplet -> triplets.get(triplet.name())).toList()).distances(measured));
    }

    private static List<TripletDistances> distances(Run run, int epoch, String set) {
        return MeasuredRun.of(run).after(epoch, set).distances(set);
    }
}
