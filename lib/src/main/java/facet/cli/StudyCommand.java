package facet.cli;

import facet.report.progress.OpenProgress;
import facet.report.progress.TerminalProgress;
import facet.report.table.StudyTable;
import facet.study.Run;
import facet.study.RunStore;
import facet.study.Study;
import facet.study.StudyFile;
import facet.study.StudyRunner;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** facet study. */
@Command(name = "study", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Train all runs of a study that are missing, and show what it found; the same command goes on where it was stopped.",
        footer = {"", "A study's file has a line for each setting that is not the paper's, a value or a list of what varies:", "",
            "  data: generated", "  size: 112", "  backbone: frozen", "  lr: [0.001, 0.01]", "  seed: [1, 2, 3]", "  epochs: 10", "",
            "With --spark spark://HOST:7077 the machines of an Apache Spark cluster train the runs: environment/spark/README.md.", "",
            "Example:", "  environment/facet study rates"})
public final class StudyCommand implements Runnable {

    @Parameters(paramLabel = "NAME|FILE", description = "paper: with and without pyramid, a larger learning rate, twice the epochs, on LFW (many hours); paper-112: the same at 112"
            + " pixels (hours); seeds: three seeds of its two networks (hours); demo: as paper, on the generated faces; readings: levels, poolings and batches on LFW; rates: learning rates"
            + " on the generated faces; or a file.")
    private String study;

    @Mixin
    private RunsFolder runsFolder;

    private final StudyRunner runner;

    StudyCommand() {
        this(Study::run);
    }

    /** A command whose runs are trained by somebody else. */
    public StudyCommand(StudyRunner runner) {
        this.runner = runner;
    }

    @Override
    public void run() {
        RunStore store = runsFolder.store();
        try (OpenProgress progress = TerminalProgress.open()) {
            for (Study one : StudyFile.NAMES.contains(study) ? StudyFile.named(study) : StudyFile.read(Path.of(study))) {
                System.err.println("Study" + (one.name().isEmpty() ? "" : " \"" + one.name() + "\"") + ": " + count(one.experiments().size(), "run") + " of " + count(one.epochs(), "epoch") + ". Ctrl-C stops it; the same command goes on.");
                List<Run> runs = runner.run(one, store, progress);
                Stream<String> tests = runs.stream().flatMap(run -> Arrays.stream(run.history().testSets())).distinct();
                String[] sets = Stream.concat(Stream.of("validation"), tests).toArray(String[]::new); // what to choose by comes first
                System.out.println(StudyTable.of(one, runs, sets).printAll());
            }
        }
    }

    private static String count(int number, String of) {
        return String.format(Locale.ROOT, "%,d %s%s", number, of, number == 1 ? "" : "s");
    }
}
