package facet.study;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.data.Judge;
import facet.data.TripletSplit;
import facet.eval.TripletDistances;
import facet.io.FacetException;
import facet.io.Progress;
import facet.train.History;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs with a judge, without one, and with one from some epoch on; the judge goes by files' names. */
class JudgedSetsTest {

    @TempDir
    Path folder;
    private final List<String> said = new ArrayList<>();

    private record ByName(String name) implements Judge {
        @Override
        public ToDoubleBiFunction<Path, Path> likeness(Collection<Path> images, Progress progress) {
            return (first, second) -> likenessOf(first, second);
        }
    }

    private static double likenessOf(Path first, Path second) {
        return Math.floorMod(31 * first.getFileName().toString().hashCode() + second.getFileName().toString().hashCode(), 997) / 1000.0;
    }

    private static Judge missing(Progress progress) {
        throw new FacetException("OpenCV is not here.");
    }

    private History train(Run run, int epochs, Function<Progress, Judge> judge) {
        TripletSplit split = run.split(Progress.silent());
        RunClaim claim = RunClaim.of(run.experiment(), split);
        claim.check(run.folder());
        WholeHistory.check(run.folder(), split);
        said.clear();
        return new RunTraining(run, true, new JudgedSets("generated", judge)).train(split, claim, epochs, (task, done, total, detail) -> {
            if (task.equals(JudgedSets.TASK)) {
                said.add(detail);
            }
        });
    }

    private Run run(String name) {
        return new RunStore(folder.resolve(name)).run(RunTest.SMALL);
    }

    private static List<Integer> epochs(Run run, String set) {
        return run.history().rows(set).stream().map(History.Row::epoch).toList();
    }

    @Test
    void aRunMayHaveItsJudgeInSomeEpochsOnly() throws IOException {
        Run never = run("never");
        new RunTrainer(never).train(3, Progress.silent());
        assertFalse(Files.readString(never.folder().resolve(RunClaim.FILE)).contains("judge"));
        assertEquals("epoch,set,group,kind,d_ap,d_an", Files.readAllLines(never.folder().resolve(DistancesFile.NAME)).get(0));

        Run run = run("some");
        train(run, 1, JudgedSetsTest::missing);
        assertEquals(List.of("not measured. OpenCV is not here. To measure them, set FACET_YUNET and FACET_SFACE to the files of the two networks."), said);
        assertEquals(Optional.empty(), run.judge());
        train(run, 2, progress -> new ByName("one"));
        assertEquals(List.of(), said);
        assertEquals(Optional.of("one"), run.judge());
        train(run, 3, progress -> new ByName("other"));
        assertEquals(List.of("not measured. The run " + run.id() + " has those that another judge chose (one; here is other). Set FACET_YUNET and FACET_SFACE to that judge's"
                + " files to measure them on."), said);

        assertEquals(List.of(2), epochs(run, "hard test"));
        assertEquals(List.of(2), epochs(run, "hard validation"));
        assertEquals(List.of(0, 1, 2, 3), epochs(run, "test"));
        assertEquals(run.history(), new RunTrainer(run).train(3, Progress.silent()), "it is read, and belongs to the same experiment");
        assertEquals(List.of(run), run.store().runs());
        for (int epoch = 0; epoch <= 3; epoch++) {
            for (String set : List.of("validation", "test", "lookalike", "twinlike")) {
                List<TripletDistances> expected = never.distances(epoch, set);
                List<TripletDistances> found = run.distances(epoch, set);
                for (int i = 0; i < expected.size(); i++) {
                    assertEquals(expected.get(i).anchorNegative(), found.get(i).anchorNegative(), 1e-5, "training is as without a judge");
                    assertEquals(epoch != 2, Double.isNaN(found.get(i).likeness()));
                }
            }
        }
        Recording.of(run, new RunStore(folder.resolve("recorded"), true));
        Run recorded = new RunStore(folder.resolve("recorded"), true).runs().get(0);
        assertEquals(run.judge(), recorded.judge());
        assertEquals(run.distances(2, "hard test").get(0).likeness(), recorded.distances(2, "hard test").get(0).likeness(), 1e-6);
        assertEquals(run.history().row("hard test", 2).correct(), recorded.history().row("hard test", 2).correct());
    }

    @Test
    void hardSetsAreMeasuredAfterEachEpochWithTheLikenessOfEachTriplet() throws IOException {
        Run run = run("judged");
        train(run, 1, progress -> new ByName("sface 1, yunet 2"));
        assertEquals(List.of("validation", "test", "lookalike", "twinlike", "hard test", "hard validation", "train"), List.copyOf(run.history().sets()));
        assertEquals(List.of(0, 1), epochs(run, "hard test"));
        assertTrue(Files.readString(run.folder().resolve(RunClaim.FILE)).contains("\"judge\": \"sface 1, yunet 2\""));
        assertEquals(run.split(Progress.silent()).hash(), run.splitHash());
        List<String> lines = Files.readAllLines(run.folder().resolve(DistancesFile.NAME));
        assertEquals("epoch,set,group,kind,d_ap,d_an,likeness", lines.get(0));
        assertTrue(lines.stream().skip(1).allMatch(line -> line.matches(".*,0\\.\\d+")), lines.get(1));
        run.split(Progress.silent()).testSets().get(0).triplets().forEach(t -> assertEquals(likenessOf(t.anchor(), t.negative()),
                run.distances(1, "test").stream().filter(measured -> measured.name().equals(t.name())).findFirst().orElseThrow().likeness()));
        byte[] before = Files.readAllBytes(run.folder().resolve(DistancesFile.NAME));
        DistancesFile.write(run.folder(), run.distances());
        assertArrayEquals(before, Files.readAllBytes(run.folder().resolve(DistancesFile.NAME)));
    }

    /** Two runs whose judges differ were measured on other hard triplets, under the same names. */
    @Test
    void onlyHardSetsOfOneJudgeAreCompared() {
        Run first = run("judged");
        Run other = new RunStore(folder.resolve("judged")).run(RunTest.SMALL.seed(7));
        Run same = new RunStore(folder.resolve("judged")).run(RunTest.SMALL.seed(8));
        train(first, 1, progress -> new ByName("one"));
        train(other, 1, progress -> new ByName("two"));
        train(same, 1, progress -> new ByName("one"));
        assertEquals(List.of("test", "lookalike", "twinlike", "hard test"), MeasuredRun.sharedTests(first, same, 1));
        assertEquals(List.of("test", "lookalike", "twinlike"), MeasuredRun.sharedTests(first, other, 1));
        train(same, 2, JudgedSetsTest::missing);
        train(first, 2, progress -> new ByName("one"));
        assertEquals(List.of("test", "lookalike", "twinlike"), MeasuredRun.sharedTests(first, same, 2));
    }

    @Test
    void aStopWhileTheJudgeIsAtWorkStopsTheRun() {
        Run run = run("stopped");
        FacetException e = assertThrows(FacetException.class, () -> train(run, 1, progress -> {
            Thread.currentThread().interrupt();
            throw new FacetException("Stopped after 3 of 6 images were judged.");
        }));
        assertTrue(Thread.interrupted());
        assertEquals("Stopped after 3 of 6 images were judged.", e.getMessage());
        assertEquals(-1, run.history().lastEpoch());
    }

    /** Generated faces have no judge: nobody is asked. */
    @Test
    void onlyLfwIsJudged() {
        Run run = run("generated");
        TripletSplit split = run.split(Progress.silent());
        assertEquals(new JudgedSets.Found(split, Optional.empty()), new JudgedSets("lfw", progress -> {
            throw new AssertionError("asked");
        }).of(run, split, Progress.silent()));
        assertEquals("lfw", JudgedSets.STANDARD.data());
    }
}
