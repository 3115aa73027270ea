package facet.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.data.FacetException;
import facet.model.Backbone;
import facet.model.Level;
import facet.model.Pooling;
import facet.model.Precision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudyFileTest {

    @TempDir
    Path folder;

    @Test
    void aLineIsASettingAndAListIsWhatVaries() throws IOException {
        Path file = Files.writeString(folder.resolve("study.yaml"), """
                # which learning rate?
                data: generated
                size: 112
                precision: fp32
                level: [P2, none]
                lr: [0.001, 1e-2]
                seed: [1, 2]
                epochs: 10
                """);
        Experiment base = Experiment.paper("generated").with("precision", "fp32").size(112);
        assertEquals(Study.grid(base).level(Level.P2, Level.NONE).learningRate(0.001, 0.01).seeds(2).epochs(10), StudyFile.read(file).get(0));
    }

    @Test
    void thePapersStudyIsItsFourRuns() {
        Experiment first = Experiment.paper("lfw").precision(Precision.FP32);
        assertEquals(List.of(new Study(List.of(first, first.level(Level.NONE)), 10), new Study(List.of(first.learningRate(0.01)), 10), new Study(List.of(first), 20)),
                StudyFile.named("paper"));
        Experiment demo = Scale.DEMO.experiment();
        assertEquals(List.of(new Study(List.of(demo, demo.level(Level.NONE)), 5), new Study(List.of(demo.learningRate(0.01)), 5), new Study(List.of(demo), 10)),
                StudyFile.named("demo"));
        Experiment smaller = first.size(112);
        assertEquals(List.of(new Study(List.of(smaller, smaller.level(Level.NONE)), 10), new Study(List.of(smaller.learningRate(0.01)), 10),
                new Study(List.of(smaller), 20)), StudyFile.named("paper-112"));
        assertEquals(List.of(Study.grid(smaller).level(Level.P2, Level.NONE).with("seed", List.of(42, 43, 44)).epochs(10)), StudyFile.named("seeds"));
        assertThrows(FacetException.class, () -> StudyFile.named("paper-113"));
    }

    @Test
    void allNamesHaveAFile() {
        StudyFile.NAMES.forEach(name -> assertFalse(StudyFile.named(name).isEmpty(), name));
    }

    @Test
    void readingsAndRatesShareRunsWithTheOthers() {
        Experiment lfw = StudyFile.named("paper-112").get(0).experiments().get(0);
        Experiment faster = lfw.learningRate(0.01);
        assertEquals(List.of(readings(lfw).epochs(3), readings(faster).epochs(1), readings(faster.with("batch", 32)).epochs(1),
                new Study(List.of(faster.level(Level.NONE)), 1)), StudyFile.named("readings"));
        Experiment demo = Scale.DEMO.experiment();
        double[] rates = {0.0003, 0.001, 0.003, 0.01, 0.03};
        assertEquals(List.of(Study.grid(demo.backbone(Backbone.FROZEN)).learningRate(rates).seeds(20).epochs(10), Study.grid(demo).learningRate(rates).epochs(5)),
                StudyFile.named("rates"));
    }

    private static StudyGrid readings(Experiment experiment) {
        return Study.grid(experiment).level(Level.P2, Level.P5).pooling(Pooling.AVERAGE, Pooling.FLATTEN);
    }

    @Test
    void noFileIsSaid() {
        String message = assertThrows(FacetException.class, () -> StudyFile.read(folder.resolve("none.yaml"))).getMessage();
        assertTrue(message.startsWith("Can't read the study ") && message.endsWith(": is the path right? Those that come with Facet are paper, paper-112, seeds, demo, readings, rates."), message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "epochs: 3|It names no data: generated, lfw, or a folder.",
        "data: lfw|Its epochs are null; write how many, such as epochs: 10.",
        "{data: lfw, rate: 1, epochs: 1}|There is no setting rate; there are data, groups, size, level, pooling, weights, lr, momentum, margin, batch, split, seed, precision, backbone and epochs.",
        "{data: lfw, lr: [], epochs: 1}|Its lr is an empty list: name a value, or leave the line out.",
        "{data: lfw, epochs: ten}|Its epochs are ten; write how many, such as epochs: 10.",
        "{data: lfw, epochs: 10, level: P7}|The setting level is P7; it has to be one of NONE, P2, P3, P4, P5.",
        "{data: lfw, epochs: 10, lr: fast}|The setting lr is fast; it has to be a number.",
        "# nothing|It is empty.",
        "just words|It has no lines such as level: [P2, P5].",
    })
    void whatCannotBeIsSaid(String yaml, String said) {
        assertEquals(said, assertThrows(FacetException.class, () -> StudyFile.of(yaml)).getMessage());
    }

    @Test
    void aSlipOfTheYamlIsSaid() {
        String message = assertThrows(FacetException.class, () -> StudyFile.of("level: [P2")).getMessage();
        assertTrue(message.startsWith("It is no YAML: "), message);
    }
}
