package facet.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.io.FacetException;
import facet.io.Progress;
import facet.model.Backbone;
import facet.train.LearningRate;
import facet.train.Schedule;
import facet.train.StepRule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The settings of steps and of augmentation. */
class DescentSettingsTest {

    private static final Experiment PAPER = Experiment.paper("generated");
    private static Experiment of(String... settings) {
        Settings values = PAPER.values();
        for (String setting : settings) {
            values = values.with(setting.split("=")[0], setting.split("=")[1]);
        }
        return Experiment.of(values);
    }

    @Test
    void theyChangeTheIdOnlyWhereTheyDifferFromTheStandard() {
        assertEquals(PAPER.id(), of("schedule=constant", "warmup=0", "over=7", "decay=0", "clip=Infinity", "accumulate=1", "flip=false", "crop=false").id());
        Set<String> ids = new TreeSet<>(Set.of(PAPER.id()));
        for (String[] settings : List.of(new String[] {"schedule=cosine"}, new String[] {"schedule=step"}, new String[] {"schedule=step", "over=9"},
                new String[] {"warmup=1"}, new String[] {"decay=0.1"}, new String[] {"clip=1"}, new String[] {"accumulate=2"}, new String[] {"flip=true"}, new String[] {"crop=true"})) {
            assertEquals(PAPER.canonical() + " " + String.join(" ", settings), of(settings).canonical());
            ids.add(of(settings).id());
        }
        assertEquals(10, ids.size());
        assertEquals(of("schedule=step", "over=9"), PAPER.with("schedule", "step").with("over", 9));
    }

    @Test
    void aStudysFileHasALineForEach() {
        Study study = StudyFile.read(Path.of("src/test/resources/study/descent.yaml")).one();
        Experiment expected = of("schedule=cosine", "warmup=2", "over=8", "decay=0.0001", "clip=5", "accumulate=4", "flip=true", "crop=true");
        assertEquals(List.of(expected.with("schedule", "constant"), expected, expected.with("schedule", "step")), study.experiments());
        assertEquals(new StepRule(new LearningRate(Schedule.COSINE, 2, 8), 5, 4), expected.training().descent().rule());
        assertEquals(PAPER.canonical() + " schedule=cosine warmup=2 over=8 decay=0.0001 clip=5 accumulate=4 flip=true crop=true", expected.canonical());
        assertEquals(new StepRule(new LearningRate(Schedule.CONSTANT, 0, 10), Double.POSITIVE_INFINITY, 1), PAPER.training().descent().rule());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "schedule=linear|The setting schedule is linear; it has to be one of constant, cosine, step.",
        "schedule=step over=5 warmup=5|The setting warmup is 5; it has to be shorter than the whole schedule, which is over 5 epochs.",
        "schedule=step over=5 warmup=7|The setting warmup is 7; it has to be shorter than the whole schedule, which is over 5 epochs.",
        "warmup=-1|The setting warmup is -1; it has to be 0, or a number of epochs.",
        "schedule=step over=0|The setting over is 0; it has to be at least one epoch.",
        "warmup=1.5|The setting warmup is 1.5; it has to be a whole number.",
        "decay=-0.1|The setting decay is -0.1; it has to be a finite number, 0 or more.",
        "decay=Infinity|The setting decay is Infinity; it has to be a finite number, 0 or more.",
        "clip=0|The setting clip is 0.0; it has to be a number above 0.",
        "clip=-1|The setting clip is -1.0; it has to be a number above 0.",
        "clip=NaN|The setting clip is NaN; it has to be a number above 0.",
        "accumulate=0|The setting accumulate is 0; it has to be at least one batch.",
        "flip=yes|The setting flip is yes; it has to be true or false.",
        "crop=true backbone=frozen|The setting crop is true; it has to be false where the backbone is frozen: each crop is another image, and what such a backbone gives for an image is computed once.",
        "crop=true stages=0|The setting crop is true; it has to be false where the backbone is frozen: each crop is another image, and what such a backbone gives for an image is computed once.",
    })
    void whatCannotBeIsSaid(String settings, String said) {
        assertEquals(said, assertThrows(FacetException.class, () -> of(settings.split(" "))).getMessage());
    }

    @Test
    void aScheduleThatIsLongerThanTheRunIsRefused(@TempDir Path folder) {
        String schedule = "The learning rate's schedule takes 10 epochs, and the run ends after 9. Train at least 10 epochs, or make it shorter: the setting over.";
        Experiment falling = of("schedule=cosine").triplets(2).size(32);
        Run run = new RunStore(folder).run(falling);
        assertEquals(schedule, message(() -> new RunTrainer(run).train(9, Progress.silent())));
        assertEquals(schedule, message(() -> new RunTrainer(run).check(9, Progress.silent())));
        assertTrue(Files.notExists(run.folder()), "nothing was begun");
        assertEquals(schedule, message(() -> new Study(List.of(PAPER, falling), 9)));
        assertEquals("The learning rate's warm-up takes 3 epochs, and the run ends after 2. Train at least 3 epochs, or make it shorter: the setting warmup.",
                message(() -> new Study(List.of(of("warmup=3")), 2)));
        assertEquals(10, new Study(List.of(falling), 10).epochs());
    }

    private static String message(Runnable wrong) {
        return assertThrows(FacetException.class, wrong::run).getMessage();
    }

    @Test
    void mirroredImagesAreKeptWithAFrozenBackbone() {
        Experiment frozen = of("flip=true").backbone(Backbone.FROZEN);
        assertNotEquals(PAPER.backbone(Backbone.FROZEN).id(), frozen.id());
        assertTrue(frozen.canonical().endsWith(" backbone=frozen flip=true"), frozen.canonical());
    }
}
