package facet.study;

import static org.junit.jupiter.api.Assertions.assertEquals;

import facet.eval.MeasuredEpochs;
import facet.train.History;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryCountsTest {

    /** The file holds the share of correct triplets. Of 1 in 49 the share times 49 is a hair below 1, and still one. */
    @Test
    void everyCountComesBackFromItsShare(@TempDir Path folder) {
        List<History.Row> rows = new ArrayList<>();
        for (int triplets = 1; triplets <= 120; triplets++) {
            for (int correct = 0; correct <= triplets; correct++) {
                rows.add(new History.Row(0, "test", triplets, 0.5, correct));
            }
        }
        RunFiles.write(folder, new History(rows), new MeasuredEpochs(Map.of()));
        assertEquals(rows, HistoryFile.read(folder).rows());
    }
}
