package facet.data;

import facet.io.Progress;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleBiFunction;

/** Adds to a split what a judge measured: the hard test and validation sets, and the likeness of anchor and negative of each triplet that is measured. */
public final class JudgedSplit {

    private JudgedSplit() { }

    /**
     * Measures every image of the test and validation people, and the other measured triplets, by the judge.
     *
     * @param split as it is used, perhaps with fewer triplets ({@link TripletSplit#limit})
     * @param whole the same without a limit: a triplet's nearest stranger does not depend on how many triplets are used
     * @param faces that it was made of
     * @throws facet.io.FacetException as {@link Judge#likeness}
     */
    public static TripletSplit of(TripletSplit split, TripletSplit whole, FaceSet faces, Judge judge, Progress progress) {
        TripletSet test = whole.testSets().get(0);
        Set<Path> images = new LinkedHashSet<>(HardTriplets.candidates(test, faces));
        images.addAll(HardTriplets.candidates(whole.validation(), faces));
        split.measured().forEach(set -> set.triplets().forEach(triplet -> images.addAll(List.of(triplet.anchor(), triplet.negative()))));
        ToDoubleBiFunction<Path, Path> likeness = judge.likeness(images, progress);
        List<TripletSet> hard = List.of(HardTriplets.of(test, faces, likeness).limit(split.testSets().get(0).size()),
                HardTriplets.of(whole.validation(), faces, likeness).limit(split.validation().size()));
        return new TripletSplit(split.name(), split.train(), judged(split.validation(), likeness),
                split.testSets().stream().map(set -> judged(set, likeness)).toList(), hard);
    }

    private static TripletSet judged(TripletSet set, ToDoubleBiFunction<Path, Path> likeness) {
        return new TripletSet(set.name(), set.triplets().stream().map(t -> t.judged(likeness.applyAsDouble(t.anchor(), t.negative()))).toList());
    }
}
