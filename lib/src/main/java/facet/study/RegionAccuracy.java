package facet.study;

import ai.djl.ndarray.NDManager;
import facet.data.HardTriplets;
import facet.data.TripletSet;
import facet.data.TripletSplit;
import facet.data.image.FaceRegion;
import facet.data.image.ImageLoader;
import facet.data.image.RegionInputs;
import facet.eval.Measurements;
import facet.io.Progress;
import facet.model.FaceEmbedder;
import facet.train.TripletMeasurement;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a network distinguishes people by: its triplets measured on whole images, on their backgrounds alone, and on their middles alone. A control: a network that recognises people by their faces has little accuracy without the middle.
 *
 * @param network what was measured, for people
 * @param epoch 0 before training
 * @param regions the distances of test, validation and, where a judge chose one, hard test
 */
public record RegionAccuracy(String network, int epoch, Map<FaceRegion, Measurements> regions) {

    public RegionAccuracy {
        regions = Collections.unmodifiableMap(new EnumMap<>(regions));
    }

    /**
     * Measures a run's network before training. The run need not be trained; one that comes with Facet can be measured so, too.
     *
     * @throws facet.io.FacetException where its faces or weights are not there, or the thread was interrupted
     */
    public static RegionAccuracy untrained(Run run, Progress progress) {
        return of(run, 0, manager -> run.untrained(manager, progress), progress);
    }

    /**
     * Measures a run's network as its last epoch left it.
     *
     * @throws facet.io.FacetException as {@link Run#model}, and as {@link #untrained}
     */
    public static RegionAccuracy trained(Run run, Progress progress) {
        return of(run, Math.max(0, run.history().lastEpoch()), run::model, progress);
    }

    private static RegionAccuracy of(Run run, int epoch, Function<NDManager, FaceEmbedder> network, Progress progress) {
        try (NDManager manager = NDManager.newBaseManager(); FaceEmbedder model = network.apply(manager); // first: a run without weights is refused at once
                ImageLoader loader = new ImageLoader(run.experiment().faces().size())) {
            TripletSplit split = run.judgedSplit(progress);
            List<TripletSet> sets = sets(split.images(run.experiment().faces().shown(TripletMeasurement.images(split.all()), progress)));
            Map<FaceRegion, Measurements> regions = new EnumMap<>(FaceRegion.class);
            for (FaceRegion region : FaceRegion.values()) {
                regions.put(region, TripletMeasurement.measure(model, sets, new RegionInputs(loader, region),
                        (task, done, total, detail) -> progress.report(task + ", " + region.text(), done, total, detail)));
            }
            return new RegionAccuracy(run.experiment().network().name(), epoch, regions);
        }
    }

    /** The ordinary test set, validation, and the ordinary test set with hard strangers. */
    private static List<TripletSet> sets(TripletSplit split) {
        TripletSet test = split.testSets().get(0);
        return Stream.concat(Stream.of(test, split.validation()),
                split.judged().stream().filter(set -> HardTriplets.isHard(set.name()) && set.name().endsWith(test.name()))).toList();
    }
}
