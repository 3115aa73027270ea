package facet.benchmark;

import facet.cli.ImageSize;
import facet.cli.Main;
import facet.io.DataHome;
import facet.report.progress.OpenProgress;
import facet.report.progress.TerminalProgress;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program of environment/facet benchmark: one more of the terminal's commands. */
@Command(name = "benchmark", mixinStandardHelpOptions = true, sortOptions = false,
        description = {"Measure Facet beside PyTorch in Python, on this machine, in turns: a training step, embedding, an epoch with loading.",
            "Table and chart go to data/benchmark/latest.*, with --quick to quick.*. Close what else computes. Exit code 1 where both sides don't compute the same."},
        footer = {"", "Example:", "  environment/facet benchmark --quick"})
public final class BenchmarkCommand implements Callable<Integer> {

    @Option(names = "--quick", description = "Smaller images and less of everything: a few minutes.")
    private boolean quick;

    @Option(names = "--size", paramLabel = "PIXELS", description = "Side of the resized images. Default: 224; with --quick 112.")
    private Integer size;

    @Option(names = "--repetitions", paramLabel = "N", description = "How often each thing is measured. Default: 5; with --quick 3.")
    private Integer repetitions;

    @Option(names = "--write", description = "Put the results into data/benchmark/benchmark.* and environment/guide/speed.md: of a full run,"
            + " at 224 pixels with 5 repetitions or more, without --quick.")
    private boolean write;

    /** The launcher asks so before it downloads the other side's Python. */
    @Option(names = "--check", hidden = true, description = "Check the options and measure nothing.")
    private boolean check;

    @Spec
    private CommandSpec spec;

    /** Runs a command and ends the program with its exit code. */
    public static void main(String[] args) {
        System.exit(run(args));
    }

    static int run(String... args) {
        return Main.run(List.of(new BenchmarkCommand()), args);
    }

    @Override
    public Integer call() {
        Settings settings = settings();
        if (write && !settings.isFull()) {
            throw new ParameterException(spec.commandLine(), "--write takes a full run: 224 pixels, at least 5 repetitions, no --quick.");
        }
        OutcomeFiles files = new OutcomeFiles(DataHome.find());
        if (write) {
            files.checkPage();
        }
        if (check) {
            return 0;
        }
        Computer computer = Computer.here();
        if (!computer.quiet()) {
            System.err.printf(Locale.ROOT, "Note: other programs use %.0f %% of the processors; the numbers won't hold.%n", 100 * computer.busy());
        }
        Outcome outcome;
        try (OpenProgress progress = TerminalProgress.open()) {
            outcome = Benchmark.run(settings, DataHome.find(), computer, progress);
        }
        System.out.println(OutcomeTable.of(outcome).print());
        outcome.goals().forEach(goal -> System.out.println(goal.line()));
        System.out.println(outcome.losses().text());
        System.out.println(write ? files.publish(outcome) : files.write(outcome));
        return outcome.losses().agrees() ? 0 : 1;
    }

    private Settings settings() {
        Settings settings = quick ? Settings.quick() : Settings.full();
        settings = size == null ? settings : settings.size(ImageSize.check(size));
        return repetitions == null ? settings : settings.repetitions(repetitions);
    }
}
