package facet.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import facet.io.FacetException;
import facet.io.Progress;
import facet.model.net.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Experiments whose backbone is SFace: which there are, and what is said of the others. */
class SFaceSettingsTest {

    private static final Settings ON_SFACE = Experiment.paper("generated").values().with("size", "112").with("align", "eyes").with("weights", "sface").with("backbone", "frozen");

    @Test
    void everyLevelIsAnExperiment() {
        for (Level level : Level.values()) {
            Network network = Experiment.of(ON_SFACE.with("level", level)).network();
            assertEquals(level == Level.NONE ? "SFace + linear" : "SFace + FPN " + level, network.name());
        }
        assertEquals("ResNet-50 + FPN P2", Experiment.paper("generated").network().name());
        assertEquals(Experiment.of(ON_SFACE), Experiment.of(ON_SFACE.with("backbone", "trained").with("stages", "0")));
    }

    @Test
    void theStudyThatComesWithFacet() {
        Study study = StudyFile.named("sface").one();
        Experiment base = Experiment.of(ON_SFACE.with("data", "lfw"));
        List<Experiment> seeds = LongStream.rangeClosed(101, 120).boxed().flatMap(seed -> Stream.of(Level.P2, Level.NONE).map(level -> base.seed(seed).splitSeed(seed).level(level))).toList();
        assertEquals(new Study("a backbone made for faces", seeds, 10), study);
    }

    @Test
    void whatHasNoMeaningIsSaid() {
        refused("The setting backbone is trained; it has to be frozen where the weights are sface: only what stands on SFace's maps is trained.", "backbone", "trained");
        refused("The setting precision is bf16; it has to be fp32 where the weights are sface: OpenCV computes its maps.", "precision", "bf16");
        refused("The setting align is none; it has to be eyes where the weights are sface: it was made for aligned faces.", "align", "none");
        refused("The setting size is 224; it has to be 112 where the weights are sface, the side of its images.", "size", "224");
        refused("The setting pooling is max; it has to be average where the weights are sface: only windows of its maps are kept.", "pooling", "max");
        refused("The setting stages is 2; it has to be left out where the backbone is frozen: no stage is trained.", "stages", "2");
    }

    private static void refused(String message, String setting, String value) {
        assertEquals(message, assertThrows(FacetException.class, () -> Experiment.of(ON_SFACE.with(setting, value))).getMessage());
    }

    /** Also beside a folder that is called so. */
    @Test
    void theNameIsNoPath() throws IOException {
        Path folder = Files.createDirectory(Path.of("sface"));
        try {
            assertEquals("sface", UserWords.settled("weights", "sface"));
        } finally {
            Files.delete(folder);
        }
    }

    /** Before anything is fetched, aligned or computed. */
    @Test
    void onlyAStudyTrainsIt(@TempDir Path folder) {
        RunTrainer trainer = new RunTrainer(new RunStore(folder).run(Experiment.of(ON_SFACE)));
        String message = "A network on SFace is measured and its weights are not kept, so that only a study trains it: environment/facet study sface, or a file of your own"
                + " with these settings.";
        for (Runnable wrong : List.<Runnable>of(() -> trainer.check(1, Progress.silent()), () -> trainer.train(1, Progress.silent()))) {
            assertEquals(message, assertThrows(FacetException.class, wrong::run).getMessage());
        }
    }
}
