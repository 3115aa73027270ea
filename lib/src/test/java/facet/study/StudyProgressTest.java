package facet.study;

import static org.junit.jupiter.api.Assertions.assertEquals;

import facet.io.Progress;
import facet.train.TrainingProgress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyProgressTest {

    @TempDir
    Path folder;

    @Test
    void oneLineShowsAllRunsAtWork() {
        Study study = Study.grid(Experiment.paper("generated")).seeds(3).epochs(4);
        List<Run> runs = study.experiments().stream().map(new RunStore(folder)::run).toList();
        List<String> said = new ArrayList<>();
        StudyProgress line = new StudyProgress(study, runs, (task, done, total, detail) -> said.add(task + " " + done + "/" + total + " " + detail));
        String training = TrainingProgress.task(runs.get(0).experiment().network().name());
        Progress first = line.part(0);
        Progress third = line.part(2);
        first.report(training, 25, 100, "epoch 1/4, loss 0.5");
        third.report("pool windows", 5, 9, "2 MB");
        first.report(JudgedSets.TASK, 1, 1, "not measured. No judge.");
        third.report(JudgedSets.TASK, 1, 1, "not measured. No judge.");
        first.report(training, 50, 100, "epoch 2/4, loss 0.4");
        line.ended(0);
        third.report(training, 10, 100, "epoch 1/4, loss 0.3");
        line.failed(2, "abc", "It was killed.");
        line.part(1).report(training, 100, 100, "epoch 4/4, loss 0.1");
        line.end();
        Study alone = new Study(List.of(Experiment.paper("generated")), 1);
        StudyProgress short1 = new StudyProgress(alone, runs.subList(0, 1), (task, done, total, detail) -> said.add(detail));
        short1.part(0).report("windows", 0, 9, "");
        short1.end();
        assertEquals(List.of("run 1/1 \u00b7 windows", "1 run of 1 epoch"), said.subList(8, 10));
        assertEquals(List.of("study 1000/12000 run 1/3 seed=1 \u00b7 epoch 1/4, loss 0.5",
                "study 1000/12000 run 1/3 seed=1 epoch 1/4 | run 3/3 seed=3 pool windows 2 MB",
                "hard test, hard validation 1/1 not measured. No judge.",
                "study 2000/12000 run 1/3 seed=1 epoch 2/4 | run 3/3 seed=3 pool windows 2 MB",
                "study 4400/12000 run 3/3 seed=3 \u00b7 epoch 1/4, loss 0.3",
                "run abc 1/1 was not trained. It was killed.",
                "study 11999/12000 run 2/3 seed=2 \u00b7 epoch 4/4, loss 0.1",
                "study 12000/12000 3 runs of 4 epochs"), said.subList(0, 8));
    }
}
