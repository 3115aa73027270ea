package facet.report.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import facet.eval.TripletAccuracy;
import facet.eval.TripletDistances;
import facet.eval.compare.ScaledDistances;
import facet.io.Progress;
import facet.study.Run;
import facet.study.RunStore;
import facet.study.Runs;
import facet.study.StudyFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

class ScaledTableTest {

    /** Three seeds each of two networks, as recorded. */
    @Test
    void aRowIsTheMeanOverANetworksSeeds() {
        Runs six = StudyFile.named("seeds").one().run(RunStore.openRecorded(), Progress.silent());
        Table table = ScaledTable.of(six, "test", 0, 10);
        assertEquals(List.of("network", "epoch", "seeds", "accuracy", "mean distance", "average loss", "loss at mean distance 1", "lowest", "highest"), table.columnNames());
        assertEquals(List.of("P2", "P2", "ResNet-50 (no FPN)", "ResNet-50 (no FPN)"), table.stringColumn("network").asList());
        assertEquals(List.of(3, 3, 3, 3), table.intColumn("seeds").asList());
        double sum = 0;
        double accuracy = 0;
        for (Run run : six.where("level", "P2")) {
            List<TripletDistances> triplets = run.distances(10, "test");
            double all = 0;
            for (TripletDistances triplet : triplets) {
                all += triplet.anchorPositive() + triplet.anchorNegative();
            }
            double mean = all / (2 * triplets.size());
            double loss = 0;
            for (TripletDistances triplet : triplets) {
                loss += Math.max(0, (triplet.anchorPositive() - triplet.anchorNegative()) / mean + ScaledDistances.MARGIN) / triplets.size();
            }
            sum += loss / 3;
            accuracy += TripletAccuracy.of("test", triplets, 1).accuracy() / 3;
        }
        assertEquals(sum, table.doubleColumn("loss at mean distance 1").get(1), 1e-9);
        assertEquals(accuracy, table.doubleColumn("accuracy").get(1), 1e-12);
    }
}
