package facet.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.data.FacetException;
import facet.model.Backbone;
import facet.model.Level;
import facet.model.Pooling;
import facet.model.Precision;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExperimentTest {

    private static final Experiment PAPER = Experiment.paper("lfw").precision(Precision.FP32);

    @Test
    void theIdIsPinned() {
        // Runs that people have trained are found by it: it may only change together with their meaning.
        assertEquals("data=lfw groups=0 size=224 level=P2 pooling=AVERAGE weights=embedded lr=0.001 momentum=0.9 margin=1.0 batch=8 split=42"
                + " seed=42 precision=fp32 backbone=trained", PAPER.canonical());
        assertEquals("cd617a4b3bbc", PAPER.id());
    }

    @Test
    void everySettingChangesTheId() {
        List<Experiment> all = List.of(PAPER, PAPER.groups(3), PAPER.size(112), PAPER.level(Level.NONE), PAPER.pooling(Pooling.MAX),
                PAPER.learningRate(0.01), PAPER.seed(1), PAPER.splitSeed(1), PAPER.precision(Precision.BF16),
                PAPER.backbone(Backbone.FROZEN), PAPER.with("weights", "torchvision"), PAPER.with("momentum", "0.5"), PAPER.with("margin", "0.2"), PAPER.with("batch", "32"),
                Experiment.paper("generated").precision(Precision.FP32));
        Set<String> ids = new HashSet<>();
        all.forEach(e -> ids.add(e.id()));
        assertEquals(all.size(), ids.size());
        assertEquals(PAPER.settings().keySet(), all.stream().flatMap(e -> e.settings().entrySet().stream().filter(s -> !s.getValue().equals(PAPER.settings().get(s.getKey()))))
                .map(Map.Entry::getKey).collect(Collectors.toSet()), "a new setting belongs into this list");
        assertNotEquals(PAPER, PAPER.seed(1));
        assertEquals(PAPER, PAPER.seed(1).seed(42));
    }

    @Test
    void aFolderIsTheSameFromWhereverItIsNamed(@TempDir Path folder) {
        String absolute = folder.toAbsolutePath().toString();
        String relative = Path.of("").toAbsolutePath().relativize(folder.toAbsolutePath()).toString();
        assertNotEquals(absolute, relative);
        assertEquals(absolute, Experiment.paper(relative).data());
        assertEquals(Experiment.paper(absolute).id(), Experiment.paper(relative).id());
        assertEquals(absolute, PAPER.with("weights", relative).weights());
        assertEquals("not/there", Experiment.paper("not/there").data());
    }

    @Test
    void aSettingThatCannotBeIsNamed() {
        String message = assertThrows(FacetException.class, () -> PAPER.learningRate(-1)).getMessage();
        assertTrue(message.startsWith("The setting lr is -1.0"), message);
        assertThrows(FacetException.class, () -> PAPER.size(8));
        assertThrows(FacetException.class, () -> PAPER.groups(-1));
        assertThrows(FacetException.class, () -> PAPER.level(Level.NONE).backbone(Backbone.FROZEN));
        assertThrows(FacetException.class, () -> PAPER.backbone(Backbone.FROZEN).pooling(Pooling.FLATTEN));
    }
}
