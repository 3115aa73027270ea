package facet.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.io.FacetException;
import facet.model.Backbone;
import facet.model.Pooling;
import facet.model.net.Level;
import facet.model.net.Precision;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
        assertEquals(Study.grid(base).level(Level.P2, Level.NONE).learningRate(0.001, 0.01).seeds(2).epochs(10), StudyFile.read(file).one());
    }

    /** The readings of the paper that a frozen backbone makes cheap. */
    @Test
    void levelPoolAndEachPoolingAreWordsOfAFile() {
        Experiment base = Experiment.paper("generated").size(112).precision(Precision.FP32).backbone(Backbone.FROZEN);
        Study read = StudyFile.of("data: generated\nsize: 112\nprecision: fp32\nbackbone: frozen\nlevel: [P5, pool]\npooling: [flatten, grid, relu]\nepochs: 2\n").one();
        assertEquals(Study.grid(base).level(Level.P5, Level.POOL).pooling(Pooling.FLATTEN, Pooling.GRID, Pooling.RELU).epochs(2), read);
    }

    @ParameterizedTest
    @CsvSource({"'split: seed\nseed: [3, 4]'", "'seed: [3, 4]\nsplit: seed'"})
    void eachSeedCanHaveASplitOfItsOwn(String lines) {
        Experiment base = Experiment.paper("generated").precision(Precision.FP32);
        assertEquals(List.of(base.seed(3).splitSeed(3), base.seed(4).splitSeed(4)),
                StudyFile.of("data: generated\nprecision: fp32\n" + lines + "\nepochs: 2\n").one().experiments());
    }

    @Test
    void thePapersStudyIsItsFourRuns() {
        Experiment first = Experiment.paper("lfw").precision(Precision.FP32);
        assertEquals(fourRuns(first, 10, "twenty epochs"), StudyFile.named("paper"));
        assertEquals(fourRuns(Scale.DEMO.experiment(), 5, "ten epochs"), StudyFile.named("demo"));
        Experiment smaller = first.size(112);
        assertEquals(fourRuns(smaller, 10, "twenty epochs"), StudyFile.named("paper-112"));
        assertEquals(Study.grid(smaller).level(Level.P2, Level.NONE).with("seed", List.of(42, 43, 44)).epochs(10).named("three seeds"), StudyFile.named("seeds").one());
        assertEquals("No study named paper-113 comes with Facet; it can be paper, paper-112, seeds, demo, readings, rates, pyramid-frozen, pyramid, places, sface, search, best-readings, recipes-frozen, recipes.",
                assertThrows(FacetException.class, () -> StudyFile.named("paper-113")).getMessage());
    }

    private static Studies fourRuns(Experiment first, int epochs, String twice) {
        return new Studies(List.of(new Study("with and without FPN", List.of(first, first.level(Level.NONE)), epochs),
                new Study("learning rate 0.01", List.of(first.learningRate(0.01)), epochs), new Study(twice, List.of(first), 2 * epochs)));
    }

    @Test
    void allNamesHaveAFileWhoseStudiesHaveNames() {
        StudyFile.NAMES.forEach(name -> StudyFile.named(name).forEach(study -> assertFalse(study.name().isEmpty(), name)));
    }

    @Test
    void readingsAndRatesShareRunsWithTheOthers() {
        Experiment lfw = StudyFile.named("paper-112").study("twenty epochs").experiments().get(0);
        Experiment faster = lfw.learningRate(0.01);
        assertEquals(List.of(readings(lfw).epochs(3).named("learning rate 0.001"), readings(faster).epochs(1).named("learning rate 0.01"),
                readings(faster.with("batch", 32)).epochs(1).named("batch 32"), new Study("no FPN", List.of(faster.level(Level.NONE)), 1)), StudyFile.named("readings"));
        Experiment demo = Scale.DEMO.experiment();
        double[] rates = {0.0003, 0.001, 0.003, 0.01, 0.03};
        assertEquals(List.of(Study.grid(demo.backbone(Backbone.FROZEN)).learningRate(rates).seeds(20).epochs(10).named("frozen backbone"),
                Study.grid(demo).learningRate(rates).epochs(5).named("trained backbone")), StudyFile.named("rates"));
    }

    @Test
    void aStudyIsFoundByItsName() {
        Studies two = StudyFile.of("{name: few, data: lfw, epochs: 1}\n---\n{data: lfw, epochs: 2}");
        assertEquals(1, two.study("few").epochs());
        assertEquals("There is no study named many; there are: few, one without a name.", assertThrows(FacetException.class, () -> two.study("many")).getMessage());
        assertEquals("There are 2 studies, not one: choose one by its name.", assertThrows(FacetException.class, two::one).getMessage());
        assertEquals("It has two studies named few. Give each a name of its own.",
                assertThrows(FacetException.class, () -> StudyFile.of("{name: few, data: lfw, epochs: 1}\n---\n{name: few, data: lfw, epochs: 2}")).getMessage());
        assertEquals("Its name is no plain word: write one value, or a list such as [P2, P5].",
                assertThrows(FacetException.class, () -> StudyFile.of("{name: [few], data: lfw, epochs: 1}")).getMessage());
    }

    private static StudyGrid readings(Experiment experiment) {
        return Study.grid(experiment).level(Level.P2, Level.P5).pooling(Pooling.AVERAGE, Pooling.FLATTEN);
    }

    @Test
    void noFileIsSaid() {
        String message = assertThrows(FacetException.class, () -> StudyFile.read(folder.resolve("none.yaml"))).getMessage();
        assertTrue(message.startsWith("Can't read the study ") && message.endsWith(": is the path right? Those that come with Facet are paper, paper-112, seeds, demo, readings, rates, pyramid-frozen, pyramid, places, sface, search, best-readings, recipes-frozen, recipes."), message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "epochs: 3|It names no data: generated, lfw, or a folder.",
        "data: lfw|It names no epochs: write how many, such as epochs: 10.",
        "{data: lfw, epochs: }|Its epochs are empty; write how many, such as epochs: 10.",
        "{data: lfw, rate: 1, epochs: 1}|There is no setting rate: did you mean lr? There are data, groups, size, level, pooling, weights, lr, momentum, margin, batch, split, seed, precision, backbone, align, stages, norms, normalize, mining, images, loss, distance, schedule, warmup, over, decay, clip, accumulate, flip, crop and epochs.",
        "{data: lfw, lr: [], epochs: 1}|Its lr is an empty list: name a value, or leave the line out.",
        "{data: lfw, epochs: ten}|Its epochs are ten; write how many, such as epochs: 10.",
        "{data: lfw, epochs: 10, level: P7}|The setting level is P7; it has to be one of none, P2, P3, P4, P5, pool.",
        "{data: lfw, epochs: 10, lr: fast}|The setting lr is fast; it has to be a number, such as 0.01.",
        "# nothing|It is empty.",
        "{data: lfw, seeds: [1, 2], epochs: 1}|There is no setting seeds: did you mean seed? There are KNOWN.",
        "{data: lfw, learning-rate: 1, epochs: 1}|There is no setting learning-rate: did you mean lr? There are KNOWN.",
        "{data: lfw, image-size: 112, epochs: 1}|There is no setting image-size: did you mean size? There are KNOWN.",
        "{data: lfw, splits: 3, epochs: 1}|There is no setting splits: did you mean split? There are KNOWN.",
        "{data: lfw, epoch: 3}|It names no epochs: write how many, such as epochs: 10.",
        "{data: lfw, seed: [1, 2, 1], epochs: 1}|Its seed has 1 twice, which would be one run. Keep one, or write another value.",
        "{data: lfw, lr: [0.01, 1e-2], epochs: 1}|Its lr has 1e-2 twice, which would be one run. Keep one, or write another value.",
        "{data: lfw, limit: 3, groups: 4, epochs: 1}|It has the lines groups and limit, two names of one setting. Keep one of the two lines.",
        "{data: lfw, over: 5, epochs: 5}|The setting over is 5; it has to be left out where the schedule is constant: write schedule, too, cosine or step.",
        "'data: lfw\nlr 0.1\nepochs: 1'|Line 2 has no colon: write lr: 0.1.",
        "'data: lfw\n# two\nlr = 0.1 # why\nepochs: 1'|Line 3 has no colon: write lr: 0.1.",
        "'data: lfw\nlr:0.1\nepochs: 1'|Line 2 has no space behind its colon: write lr: 0.1.",
        "'data: lfw\n\tlr: 0.1\nepochs: 1'|Line 2 has a tab: replace it by spaces.",
        "'data: lfw\nlr:\t0.1\nepochs: 1'|Line 2 has a tab: replace it by spaces.",
        "just words|It has no lines such as level: [P2, P5].",
        "{data: lfw, lr: 0.1, lr: 0.2, epochs: 1}|It has a line twice: found duplicate key lr (line 1). Keep one of the two lines.",
        "{data: lfw, lr: &a [[*a]], epochs: 1}|Its lr is no plain word: write one value, or a list such as [P2, P5].",
        "&a {data: *a, epochs: 1}|Its data is no plain word: write one value, or a list such as [P2, P5].",
        "{? [a, b] : 1, data: lfw, epochs: 1}|The name of a line is no plain word: write one value, or a list such as [P2, P5].",
        "{data: {a: b}, epochs: 1}|Its data is no plain word: write one value, or a list such as [P2, P5].",
        "{data: !!binary aGVsbG8=, epochs: 1}|Its data is no plain word: write one value, or a list such as [P2, P5].",
        "{data: lfw, lr: !!null x, epochs: 1}|Its lr is no plain word: write one value, or a list such as [P2, P5].",
        "{data: lfw, seed: !!float abc, epochs: 1}|It is no YAML: a value is not of its tag's type (For input string: \"abc\").",
        "{data: , epochs: 1}|Its data is empty: write a value, or leave the line out.",
        "{data: lfw, epochs: [[1]]}|Its epochs are a list; write how many, such as epochs: 10.",
        "{data: lfw, epochs: 99999999999}|Its epochs are 99999999999; write how many, such as epochs: 10.",
        "{data: lfw, seed: 0x10, epochs: 1}|The setting seed is 0x10; it has to be a whole number.",
        "{data: lfw, level: no, epochs: 1}|The setting level is no; it has to be one of none, P2, P3, P4, P5, pool.",
    })
    void whatCannotBeIsSaid(String yaml, String said) {
        String known = String.join(", ", Experiment.paper("").values().texts().keySet()) + " and epochs";
        assertEquals(said.replace("KNOWN", known), assertThrows(FacetException.class, () -> StudyFile.of(yaml.replace("\\n", "\n").replace("\\t", "\t"))).getMessage());
    }

    /** Two settings have another name as options of a terminal. */
    @Test
    void theNamesOfOptionsAreTheSameSettings() {
        assertEquals(StudyFile.of("{data: lfw, groups: 4, split: [1, 2], epochs: 1}"), StudyFile.of("{data: lfw, limit: 4, split-seed: [1, 2], epochs: 1}"));
        assertEquals(StudyFile.of("{data: lfw, split: seed, seed: [3, 4], epochs: 1}"), StudyFile.of("{data: lfw, split-seed: seed, seed: [3, 4], epochs: 1}"));
    }

    @Test
    void dataThatAreNotThereAreSaidBeforeTheStudyStarts() throws IOException {
        Path file = Files.writeString(folder.resolve("study.yaml"), "{data: [generated, nowhere], epochs: 1}");
        assertEquals("The study " + file + " can't be run. nowhere is neither generated nor lfw, and there is no such folder or CSV file. Is the path right?",
                assertThrows(FacetException.class, () -> StudyFile.read(file)).getMessage());
    }

    /** A constant learning rate beside a schedule is one run without a length. */
    @Test
    void aScheduleIsComparedWithNone() {
        assertEquals(2, StudyFile.of("{data: lfw, schedule: [constant, cosine], over: 5, epochs: 5}").one().experiments().size());
    }

    /** What is no number to YAML, such as 1e-2, and what is more than a word to it, such as a date, stay what the file says. */
    @Test
    void wordsStayAsTheyAreWritten() {
        Study study = StudyFile.of("{data: [2020-01-01, 010, 'off'], lr: [1e-2, .001], epochs: 1}").one();
        assertEquals(Study.grid(Experiment.paper("2020-01-01")).with("data", List.of("2020-01-01", "010", "off")).learningRate(0.01, 0.001).epochs(1), study);
    }

    /** Sixteen doublings are 65,536 words in a line; a long word or one with a NUL is no name; ten thousand seeds and eleven margins are too many runs. */
    @Test
    void whatIsTooMuchIsShortlySaid() {
        StringBuilder doubled = new StringBuilder("{data: lfw, epochs: 1, seed: [&a0 [1, 1]");
        for (int i = 1; i <= 16; i++) {
            doubled.append(", &a").append(i).append(" [*a").append(i - 1).append(", *a").append(i - 1).append("]");
        }
        String seeds = IntStream.range(0, 10_000).mapToObj(String::valueOf).collect(Collectors.joining(","));
        List<String> files = List.of(doubled + "]}", "{data: lfw, epochs: 1, lr: " + "x".repeat(100_000) + "}", "{data: " + "x".repeat(100_000) + ", epochs: 1}",
                "{data: lfw, epochs: 1, " + "x".repeat(900) + ": 1}", "{data: lfw, epochs: " + "x".repeat(100_000) + "}", "[".repeat(5000), "data: !!" + "x".repeat(900) + " a\n",
                "{data: \"a\\u0000b\", epochs: 1}", "data: a\u0000b\nepochs: 1\n",
                "{data: lfw, epochs: 1, margin: [1,2,3,4,5,6,7,8,9,10,11], seed: [" + seeds + "]}");
        String known = String.join(", ", Experiment.paper("").values().texts().keySet()); // a message may name them all
        for (String file : files) {
            String message = assertThrows(FacetException.class, () -> StudyFile.of(file)).getMessage();
            assertTrue(message.replace(known, "").length() < 300 && message.endsWith(".") && !message.contains("\u0000"), message);
        }
        String most = assertThrows(FacetException.class, () -> StudyFile.of(files.get(files.size() - 1))).getMessage();
        assertEquals("It has more than 100,000 runs, the most that one study can have. Shorten its lists.", most);
    }

    /** In the file, and not in the experiment, a path becomes that of one place and auto what this processor has. */
    @Test
    void pathsAndAutoAreSettledByTheFile() throws IOException {
        Path relative = Path.of("").toAbsolutePath().relativize(folder.toAbsolutePath());
        Path weights = Files.writeString(folder.resolve("w.safetensors"), "");
        Study study = StudyFile.of("{data: '" + relative + "', weights: [embedded, '" + relative.resolve("w.safetensors") + "'], precision: auto, epochs: 1}").one();
        Experiment expected = Experiment.paper(folder.toAbsolutePath().toString()).precision(Precision.auto());
        assertEquals(List.of(expected, expected.with("weights", weights.toAbsolutePath())), study.experiments());
        assertEquals(Precision.FP32, StudyFile.of("{data: lfw, epochs: 1}").one().experiments().get(0).network().precision());
    }

    @Test
    void aFileOfAnotherEncodingIsSaid() throws IOException {
        Path file = Files.write(folder.resolve("study.yaml"), "data: generated".getBytes(StandardCharsets.UTF_16));
        assertEquals("The study " + file + " is not text in UTF-8. Save it as UTF-8.", assertThrows(FacetException.class, () -> StudyFile.read(file)).getMessage());
    }

    @Test
    void aSlipOfTheYamlIsSaid() {
        String message = assertThrows(FacetException.class, () -> StudyFile.of("level: [P2")).getMessage();
        assertTrue(message.startsWith("It is no YAML: "), message);
    }
}
