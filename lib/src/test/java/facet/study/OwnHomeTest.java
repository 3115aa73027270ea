package facet.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.data.FaceFolder;
import facet.data.GeneratedFaces;
import facet.io.DataHome;
import facet.io.FacetException;
import facet.io.Progress;
import facet.model.Backbone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run takes faces, weights and caches from the home of its store, whatever checkout the program was started in. */
class OwnHomeTest {

    @TempDir
    Path folder;

    @Test
    void aRunInAStoreOfOnesOwnNeedsNoCheckout() throws IOException {
        DataHome home = new DataHome(folder.resolve("home"));
        RunStore store = new RunStore(home, folder.resolve("runs"), false);
        Path photos = FaceFolder.copy(GeneratedFaces.open(DataHome.find()).people().subList(0, 40), folder.resolve("photos"));
        Run run = store.run(Experiment.paper(photos.toString()).size(32).triplets(4).backbone(Backbone.FROZEN));
        String noWeights = assertThrows(FacetException.class, () -> new RunTrainer(run).check(1, Progress.silent())).getMessage();
        assertTrue(noWeights.contains(home.weights().toString()), noWeights);

        Files.createDirectories(home.weights().getParent());
        Files.createSymbolicLink(home.weights(), DataHome.find().weights().toAbsolutePath());
        assertEquals(1, new RunTrainer(run).train(1, Progress.silent()).lastEpoch());
        assertEquals(run, store.runs().get(0));
        Run generated = store.run(Experiment.paper("generated"));
        String noFaces = assertThrows(FacetException.class, () -> generated.split(Progress.silent())).getMessage();
        assertTrue(noFaces.contains(home.generatedFaces().toString()), noFaces);
    }
}
