package facet.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.io.FacetException;
import facet.model.Backbone;
import facet.model.Pooling;
import facet.model.net.Level;
import facet.model.net.Precision;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
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
        List<Experiment> all = List.of(PAPER, PAPER.triplets(3), PAPER.size(112), PAPER.level(Level.NONE), PAPER.pooling(Pooling.MAX),
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
    void alignmentIsWrittenOnlyWhereItIsNotTheStandard() {
        assertEquals(PAPER, PAPER.with("align", "none"));
        assertEquals(PAPER.canonical() + " align=EYES", PAPER.with("align", "eyes").canonical());
        assertNotEquals(PAPER.id(), PAPER.with("align", "eyes").id());
    }

    /** Values are taken as they are, not as text; a text is read. */
    @Test
    void aValueIsTakenAsItIs() {
        double third = 1 / 3.0;
        assertEquals(third, PAPER.learningRate(third).training().learningRate());
        assertEquals(PAPER.learningRate(0.01), PAPER.with("lr", 0.01));
        assertEquals(PAPER.learningRate(0.01), PAPER.with("lr", " 1e-2 "));
        assertEquals(PAPER.level(Level.P5), PAPER.with("level", "p5"));
        assertEquals(PAPER.seed(7), PAPER.with("seed", 7), "an int for a long");
    }

    /** The standard value that --help names is the one that holds. */
    @Test
    void helpNamesTheStandardValue() {
        for (Setting<?> setting : PAPER.values().values().keySet()) {
            if (setting.standard() != null) {
                String named = setting.help().replaceAll("(?s).*Default: (.*)\\.", "$1");
                assertEquals(setting.standard(), setting.read(named), setting.name());
            }
        }
    }

    /** The test is red without the mend where the processor has instructions for bfloat16. */
    @Test
    void noProcessorChoosesTheArithmetic() {
        assertEquals(PAPER, Experiment.paper("lfw"));
        String message = assertThrows(FacetException.class, () -> PAPER.with("precision", "auto")).getMessage();
        assertEquals("The setting precision is auto; it has to be one of fp32, bf16.", message);
    }

    /** The value takes a text as it is, whatever is there in the working directory; a notebook's Path is that of one place. */
    @Test
    void noWorkingDirectoryChoosesTheId(@TempDir Path folder) {
        Path relative = Path.of("").toAbsolutePath().relativize(folder.toAbsolutePath());
        assertEquals(relative.toString(), Experiment.paper(relative.toString()).faces().data());
        assertEquals(relative.toString(), PAPER.with("weights", relative.toString()).network().weights());
        assertEquals(folder.toAbsolutePath().toString(), PAPER.with("data", relative).faces().data());
        assertEquals(PAPER.with("data", folder).id(), PAPER.with("data", relative).id());
        assertEquals(folder.toAbsolutePath().toString(), PAPER.with("weights", relative).network().weights());
    }

    /** A frozen backbone's maps are kept for each pooling; no two of these are one experiment. */
    @Test
    void levelsAndPoolingsAreFreeWhereTheBackboneIsFrozen() {
        Set<String> ids = new HashSet<>();
        for (String level : List.of("p2", "p3", "p4", "p5", "pool")) {
            for (String pooling : List.of("average", "max", "flatten", "grid", "relu")) {
                Experiment experiment = PAPER.backbone(Backbone.FROZEN).with("level", level).with("pooling", pooling);
                assertTrue(experiment.canonical().contains(level.toUpperCase(Locale.ROOT)) && experiment.canonical().contains(pooling.toUpperCase(Locale.ROOT)), experiment.canonical());
                ids.add(experiment.id());
            }
        }
        assertEquals(25, ids.size());
    }

    @Test
    void aSettingThatCannotBeIsNamed() {
        String message = assertThrows(FacetException.class, () -> PAPER.learningRate(-1)).getMessage();
        assertTrue(message.startsWith("The setting lr is -1.0"), message);
        refused("The setting size is 8; it has to be from 32 to 2048 pixels.", () -> PAPER.size(8));
        refused("The setting groups is -1; it has to be 0 for all, or a number of triplets.", () -> PAPER.triplets(-1));
        refused("The setting level is P6; it has to be one of none, P2, P3, P4, P5, pool.", () -> PAPER.with("level", "P6"));
        refused("The setting pooling is mean; it has to be one of average, max, flatten, grid, relu.", () -> PAPER.with("pooling", "mean"));
    }

    private static void refused(String message, Executable experiment) {
        assertEquals(message, assertThrows(FacetException.class, experiment).getMessage());
    }
}
