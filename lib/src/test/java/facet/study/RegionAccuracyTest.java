package facet.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import facet.data.TripletSet;
import facet.data.image.FaceRegion;
import facet.data.image.ImageLoader;
import facet.data.image.RegionInputs;
import facet.eval.Measurements;
import facet.io.FacetException;
import facet.io.Progress;
import facet.model.Backbone;
import facet.model.FaceEmbedder;
import facet.report.table.RegionTable;
import facet.train.TripletMeasurement;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Table;

class RegionAccuracyTest {

    private static final Experiment SMALL = Experiment.paper("generated").size(32).triplets(4).backbone(Backbone.FROZEN);

    @TempDir
    Path folder;

    @Test
    void eachRegionIsMeasuredBeforeTrainingAndAfter() {
        Run run = new RunStore(folder).run(SMALL);
        List<String> tasks = new ArrayList<>();
        RegionAccuracy before = RegionAccuracy.untrained(run, (task, done, total, detail) -> tasks.add(task));
        assertTrue(tasks.containsAll(List.of("embed, whole image", "embed, background only", "embed, centre crop")), tasks.toString());
        new RunTrainer(run).train(1, Progress.silent());
        RegionAccuracy after = RegionAccuracy.trained(run, Progress.silent());
        assertEquals(List.of(0, 1), List.of(before.epoch(), after.epoch()));
        try (NDManager manager = NDManager.newBaseManager(); ImageLoader loader = new ImageLoader(32); FaceEmbedder model = run.model(manager)) {
            List<TripletSet> sets = List.of(run.split(Progress.silent()).testSets().get(0), run.split(Progress.silent()).validation());
            assertEquals(TripletMeasurement.measure(model, sets, loader, Progress.silent()), after.regions().get(FaceRegion.WHOLE));
            assertEquals(TripletMeasurement.measure(model, sets, new RegionInputs(loader, FaceRegion.CENTRE), Progress.silent()), after.regions().get(FaceRegion.CENTRE));
        }
        for (FaceRegion region : FaceRegion.values()) {
            Measurements first = before.regions().get(region);
            assertEquals(List.of("test", "validation"), List.copyOf(first.sets()));
            assertNotEquals(first.distances("test"), after.regions().get(region).distances("test"), "it was trained");
        }
        Table table = RegionTable.of(before, after);
        assertEquals(List.of("network", "epoch", "set", "images", "triplets", "accuracy", "95 % interval"), table.columnNames());
        assertEquals(2 * 2 * 3, table.rowCount());
        assertEquals(List.of("whole image", "background only", "centre crop"), table.stringColumn("images").asList().subList(0, 3));
        assertEquals(after.regions().get(FaceRegion.CENTRE).accuracy("test", 1).accuracy(), table.doubleColumn("accuracy").get(8));
    }

    /** Its start can be made anew, its weights are not in the repository. */
    @Test
    void aRecordedRunHasNoTrainedNetwork() {
        Run recorded = RunStore.openRecorded().runs().get(0);
        assertTrue(assertThrows(FacetException.class, () -> RegionAccuracy.trained(recorded, Progress.silent())).getMessage().contains("without weights"));
    }
}
