package facet.cli;

import facet.io.FacetException;
import facet.report.progress.OpenProgress;
import facet.report.progress.TerminalProgress;
import facet.report.table.StudyTable;
import facet.study.Run;
import facet.study.RunStore;
import facet.study.Shard;
import facet.study.Study;
import facet.study.StudyFile;
import facet.study.StudyRunner;
import facet.study.parallel.ParallelStudy;
import facet.train.diagnosis.Condition;
import facet.train.diagnosis.Diagnosis;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** facet study. */
@Command(name = "study", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Train all runs of a study that are missing, and show what it found; the same command goes on where it was stopped.",
        footer = {"", "A study's file has a line for each setting that is not the paper's, a value or a", "list of what varies. environment/facet train --help explains the settings.", "",
            "  data: generated", "  size: 112", "  backbone: frozen", "  lr: [0.001, 0.01]", "  seed: [1, 2, 3]", "  epochs: 10", "",
            "Some studies come with Facet:", "",
            "  paper, paper-112, demo   the paper's four trainings, at 224 pixels, at 112,",
            "                           on the generated faces",
            "  seeds                    three seeds of the network with and without FPN",
            "  search, readings         which network did the paper train? readings are",
            "                           first looks at trained backbones",
            "  best-readings            the two best readings in full",
            "  rates                    five learning rates",
            "  pyramid-frozen, pyramid  does a pyramid help?",
            "  places                   does a pyramid help where pooling keeps positions?",
            "  recipes-frozen, recipes  does training as practitioners do it help?",
            "  sface                    pyramid or linear layer on SFace, a backbone made",
            "                           for faces", "",
            "With --spark spark://HOST:7077 the machines of an Apache Spark cluster train", "the runs: environment/spark/README.md.", "",
            "Examples:", "  environment/facet study rates", "  environment/facet study rates --parallel 2", "  environment/facet study rates --shard 1/4",
            "  environment/facet study my-study.yaml"})
public final class StudyCommand implements Runnable {

    private static final int NAMED = 3; // runs with a diagnosis; environment/facet runs lists all

    @Parameters(paramLabel = "NAME|FILE", description = "A study that comes with Facet, or a file.")
    private String study;

    @Option(names = "--parallel", paramLabel = "K", defaultValue = "1", description = "Train K runs at once, each in a program of its own with the memory of one: the same numbers,"
            + " sooner where the backbone is frozen; a trained one keeps all cores busy by itself. Default: 1.")
    private int parallel;

    @Option(names = "--shard", paramLabel = "I/N", description = "Train the I-th of N parts of the runs, each on a machine of its own: with one folder of runs for all,"
            + " or with several that are copied together afterwards.")
    private String shard;

    @Mixin
    private RunsFolder runsFolder;

    private final StudyRunner elsewhere; // null where the runs are trained on this machine

    StudyCommand() {
        elsewhere = null;
    }

    /** Makes a command whose runs are trained elsewhere, such as on a cluster. */
    public StudyCommand(StudyRunner elsewhere) {
        this.elsewhere = elsewhere;
    }

    @Override
    public void run() {
        if (elsewhere != null && parallel != 1) {
            throw new FacetException("--parallel is for one machine; a cluster decides by itself how many runs are trained at once. Leave it out.");
        }
        Optional<Shard> part = Optional.ofNullable(shard).map(Shard::of);
        List<Study> whole = StudyFile.NAMES.contains(study) ? StudyFile.named(study) : StudyFile.read(Path.of(study));
        List<Study> studies = part.map(one -> one.part(whole)).orElse(whole);
        RunStore store = runsFolder.store();
        try (OpenProgress progress = TerminalProgress.open()) {
            for (Study one : studies) {
                ParallelStudy several = new ParallelStudy(one, parallel, WorkerCommand.program());
                System.err.println(head(one, part));
                if (!one.experiments().isEmpty()) {
                    show(one, elsewhere == null ? several.run(store, progress) : elsewhere.run(one, store, progress));
                }
            }
        }
    }

    private static String head(Study study, Optional<Shard> part) {
        String name = part.map(shard -> "Shard " + shard + " of the study").orElse("Study") + (study.name().isEmpty() ? "" : " \"" + study.name() + "\"");
        return study.experiments().isEmpty() ? name + ": none of its runs, which the other shards train."
                : name + ": " + count(study.experiments().size(), "run") + " of " + count(study.epochs(), "epoch") + ". Ctrl-C stops it; the same command goes on.";
    }

    private static void show(Study study, List<Run> runs) {
        Stream<String> tests = runs.stream().flatMap(run -> Arrays.stream(run.history().testSets())).distinct();
        String[] sets = Stream.concat(Stream.of("validation"), tests).toArray(String[]::new); // what to choose by comes first
        System.out.println(FittedTable.of(StudyTable.of(study, runs, sets)));
        unhealthy(study, runs).forEach(System.out::println);
    }

    /** A line for each diagnosis but healthy, with the runs that have it. */
    private static List<String> unhealthy(Study study, List<Run> runs) {
        Map<Condition, List<Run>> found = new TreeMap<>();
        runs.forEach(run -> run.diagnosis().map(Diagnosis::condition).filter(condition -> condition != Condition.HEALTHY)
                .ifPresent(condition -> found.computeIfAbsent(condition, none -> new ArrayList<>()).add(run)));
        return found.entrySet().stream().map(each -> FittedTable.wrapped(String.format(Locale.ROOT, "Diagnosis %s: %,d of %s (%s%s)", each.getKey().word(), each.getValue().size(),
                count(runs.size(), "run"), each.getValue().stream().limit(NAMED).map(run -> (run.id() + " " + study.label(run.experiment())).strip()).collect(Collectors.joining(", ")),
                each.getValue().size() > NAMED ? ", ..." : ""))).toList();
    }

    private static String count(int number, String of) {
        return String.format(Locale.ROOT, "%,d %s%s", number, of, number == 1 ? "" : "s");
    }
}
