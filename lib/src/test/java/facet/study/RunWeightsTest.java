package facet.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import facet.eval.Measurements;
import facet.eval.TripletDistances;
import facet.io.FacetException;
import facet.io.Progress;
import facet.model.Backbone;
import facet.train.History;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run in the place of weights. */
class RunWeightsTest {

    private static final Experiment FROZEN = Experiment.paper("generated").size(32).triplets(4).splitSeed(3).backbone(Backbone.FROZEN);

    @TempDir
    Path folder;

    @Test
    void aRunWithoutWeightsIsToldHowToKeepThem() {
        RunStore store = new RunStore(folder);
        Run run = store.run(FROZEN);
        List<TripletDistances> triplets = List.of(new TripletDistances("g", "ordinary", 3, 2));
        RunFiles.append(run.folder(), History.empty().plus(List.of(History.Row.of(0, "test", triplets, FROZEN.training().loss()))), new Measurements(Map.of("test", triplets)));
        RunClaim.of(FROZEN, run.split(Progress.silent())).make(run.folder());
        String said = "The run " + run.id() + " keeps no weights: a study measures runs of a frozen backbone, and keeps what it measured. This keeps them: environment/facet train"
                + " --data generated --limit 4 --size 32 --split-seed 3 --precision fp32 --backbone frozen --epochs 1";
        for (String named : List.of(run.checkpoint().toString(), run.folder().toString(), run.id(), run.id().substring(0, 6))) {
            assertEquals(said, assertThrows(FacetException.class, () -> RunWeights.check(named, store)).getMessage(), named);
        }
    }

    @Test
    void aRunWithWeightsIsToldTheirPath() throws IOException {
        RunStore store = new RunStore(folder);
        Run run = store.run(FROZEN);
        RunClaim.of(FROZEN, run.split(Progress.silent())).make(run.folder());
        Files.writeString(run.checkpoint(), "");
        for (String named : List.of(run.folder().toString(), run.id())) {
            assertEquals(named + " is a run, not a file. Its weights are " + run.checkpoint() + ".",
                    assertThrows(FacetException.class, () -> RunWeights.check(named, store)).getMessage());
        }
        RunWeights.check(run.checkpoint().toString(), store);
        RunWeights.check("nowhere", store);
        RunWeights.check("0000", store);
    }
}
