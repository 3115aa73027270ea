package facet.eval;

import facet.data.Judge;
import facet.data.Triplet;
import facet.data.TripletSet;
import facet.io.Progress;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleBiFunction;

/** A judge's likeness as distances, so that it can be measured like a network. */
public final class JudgeDistances {

    private JudgeDistances() { }

    /**
     * Measures the triplets of some sets. Unit vectors with the cosine c are √(2 - 2c) apart.
     *
     * @throws facet.io.FacetException as {@link Judge#likeness}
     */
    public static Measurements measure(Judge judge, List<TripletSet> sets, Progress progress) {
        Set<Path> images = new LinkedHashSet<>();
        sets.forEach(set -> set.triplets().forEach(triplet -> images.addAll(triplet.images())));
        ToDoubleBiFunction<Path, Path> likeness = judge.likeness(images, progress);
        Measurements.Builder measured = new Measurements.Builder();
        for (TripletSet set : sets) {
            for (Triplet t : set.triplets()) {
                measured.add(set.name(), new TripletDistances(t.name(), t.kind(), distance(likeness.applyAsDouble(t.anchor(), t.positive())),
                        distance(likeness.applyAsDouble(t.anchor(), t.negative()))));
            }
        }
        return measured.build();
    }

    private static double distance(double cosine) {
        return Math.sqrt(Math.max(0, 2 - 2 * cosine)); // rounding may put the cosine of one image with itself above 1
    }
}
