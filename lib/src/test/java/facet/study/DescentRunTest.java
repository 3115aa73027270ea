package facet.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import facet.io.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Schedule, decay, clip, accumulation, flip and crop reach the training, and a run with them that was killed ends with the bits of one that was not. */
class DescentRunTest {

    private static final Experiment BASE = RunTest.SMALL.with("batch", 1);

    @TempDir
    Path folder;

    private Run trained(String name, Experiment experiment, int epochs) {
        Run run = new RunStore(folder.resolve(name)).run(experiment);
        new RunTrainer(run).train(epochs, Progress.silent());
        return run;
    }

    @ParameterizedTest
    @ValueSource(strings = {"schedule=cosine over=4 warmup=1 decay=0.01 clip=1 accumulate=3 flip=true crop=true", "backbone=frozen schedule=step over=3 accumulate=2 flip=true"})
    void killedInTheMiddleOfAnEpochItEndsWithTheSameBits(String settings) throws IOException, InterruptedException {
        Experiment all = RunTest.with(BASE, settings);
        Run killed = new RunStore(folder.resolve("killed")).run(all);
        RunTest.killInTheMiddle(killed, folder.resolve("child.log"));
        new RunTrainer(killed).train(RunTest.EPOCHS, Progress.silent());
        RunTest.same(trained("whole", all, RunTest.EPOCHS), killed);
    }

    /** A frozen backbone trains in a second what tells most settings apart; what changes the images is seen through a trained one, too. */
    @ParameterizedTest
    @ValueSource(strings = {"backbone=frozen loss=soft; schedule=cosine over=2; schedule=step over=2; warmup=1; decay=1; clip=0.01; accumulate=2; flip=true", "backbone=trained; flip=true; crop=true; decay=1; clip=0.01"})
    void eachSettingMatters(String list) {
        List<String> settings = List.of(list.split("; "));
        Experiment first = RunTest.with(BASE, settings.get(0));
        List<double[]> losses = settings.stream().map(setting -> trained(setting, RunTest.with(first, setting), 2).history().loss("validation")).toList();
        for (int i = 0; i < losses.size(); i++) {
            assertEquals(losses.get(0)[0], losses.get(i)[0], "before the first step nothing differs");
            for (int j = 0; j < i; j++) {
                assertNotEquals(Arrays.toString(losses.get(j)), Arrays.toString(losses.get(i)), settings.get(i) + " and " + settings.get(j));
            }
        }
    }

    /** What spared stages give for an image is not kept where each image is cropped anew, and so is no run's business to read. */
    @Test
    void cropsAreNotKept() {
        List<String> told = new ArrayList<>();
        Run run = new RunStore(folder).run(RunTest.with(BASE, "stages=1 crop=true"));
        new RunTrainer(run).train(1, (task, done, total, detail) -> told.add(task + ": " + detail));
        assertEquals(List.of("frozen stages: not kept: each crop is another image"), told.stream().filter(line -> line.startsWith("frozen stages")).toList());
    }
}
