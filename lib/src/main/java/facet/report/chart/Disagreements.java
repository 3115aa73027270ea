package facet.report.chart;

import facet.data.Progress;
import facet.data.Triplet;
import facet.data.TripletSet;
import facet.eval.TripletDistances;
import facet.eval.compare.TripletPair;
import facet.study.MeasuredRun;
import facet.study.Run;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Triplets that one of two networks alone classifies correctly. */
public final class Disagreements {

    private Disagreements() { }

    /** @return a gallery of a set's triplets that one run gets wrong and the other right, with the distances of the one that is wrong; empty where there is none */
    public static Optional<BufferedImage> gallery(Run wrong, Run right, int epoch, String set, int most) {
        List<TripletDistances> measured = TripletPair.of(set, MeasuredRun.of(wrong).after(epoch, set).distances(set), MeasuredRun.of(right).after(epoch, set).distances(set)).stream()
                .filter(pair -> !pair.first().correct() && pair.second().correct()).map(TripletPair::first).limit(most).toList();
        Map<String, Triplet> triplets = wrong.split(Progress.silent()).measured().stream()
                .filter(s -> s.name().equals(set)).map(TripletSet::triplets).flatMap(List::stream)
                .collect(Collectors.toMap(Triplet::group, Function.identity()));
        return measured.isEmpty() ? Optional.empty() : Optional.of(
                Gallery.of(measured.stream().map(g -> triplets.get(g.triplet())).toList()).distances(measured).image());
    }
}
