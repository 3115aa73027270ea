package facet.cli;

import facet.eval.Interval;
import facet.eval.verification.ImagePair;
import facet.eval.verification.MeasureRow;
import facet.eval.verification.PairDistances;
import facet.eval.verification.RocCurve;
import facet.eval.verification.ScoreFile;
import facet.eval.verification.ScoredPairs;
import facet.eval.verification.VerificationMeasures;
import facet.io.AtomicFile;
import facet.io.CsvFile;
import facet.io.InputFiles;
import facet.io.PlainText;
import facet.io.Progress;
import facet.report.chart.DetChart;
import facet.report.progress.OpenProgress;
import facet.report.progress.TerminalProgress;
import facet.report.table.MeasuresTable;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** facet verify. */
@Command(name = "verify", mixinStandardHelpOptions = true, sortOptions = false,
        description = {"Verification: do two images show the same person? Area under the ROC curve (auc), equal error rate (eer), true accept rates at three false accept"
            + " rates, accuracy over folds, and the threshold of highest accuracy on all pairs.",
            "The 95 %% intervals resample the people, or the pairs where people are unknown; that of the accuracy is mean ± 1.96 standard errors of the folds."},
        footer = {"", "Examples:", "  environment/facet verify --pairs pairs.txt --weights my.safetensors \\", "    --out lfw.csv",
            "  environment/facet verify --pairs lfw --weights sface --out sface.csv",
            "  environment/facet verify --scores distances.csv --out measures.csv \\", "    --det det.png"})
final class VerifyCommand implements Runnable {

    private static final List<String> TO_MEASURE = List.of("--images", "--distances", "--weights", "--level", "--pooling", "--size", "--precision", "--align");

    @Mixin
    private PairOptions pairs;

    @Option(names = "--out", required = true, paramLabel = "FILE.csv", description = "Where to write measure, value, low, high.")
    private Path out;

    @Option(names = "--det", paramLabel = "FILE.png", description = "Where to draw the detection error trade-off (DET), if wanted.")
    private Path det;

    @Option(names = "--distances", paramLabel = "FILE.csv", description = "Where to write the distance of each pair, if wanted; --scores reads it.")
    private Path distances;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "42", description = "Seed of the resampling. Default: 42.")
    private long seed;

    @Mixin
    private ModelOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        if (pairs.scored()) {
            TO_MEASURE.stream().filter(spec.commandLine().getParseResult()::hasMatchedOption).findFirst().ifPresent(option -> {
                throw new ParameterException(spec.commandLine(), option + " is for --pairs: the distances of --scores are there already.");
            });
        }
        results().forEach(AtomicFile::check);
        if (results().stream().map(file -> file.toAbsolutePath().normalize()).distinct().count() < results().size()) {
            throw new ParameterException(spec.commandLine(), "Two of --out, --det and --distances are one file, which would keep one result only. Name a file for each.");
        }
        results().forEach(file -> InputFiles.checkApart(file, List.of(pairs.file())));
        ScoredPairs scored = pairs.scored() ? ScoreFile.read(pairs.file()) : measure();
        VerificationMeasures measures = VerificationMeasures.of(scored, seed);
        write(measures.rows());
        if (det != null) {
            draw(scored);
        }
        System.out.println(MeasuresTable.of("", measures.rows()).printAll());
        measures.notes().forEach(note -> System.err.println("Note: " + PlainText.of(note)));
        results().forEach(file -> System.out.println("Wrote " + file));
    }

    private List<Path> results() {
        return Stream.of(out, det, distances).filter(file -> file != null).toList();
    }

    private ScoredPairs measure() {
        ScoredPairs scored;
        try (OpenProgress progress = TerminalProgress.open()) {
            List<ImagePair> listed = pairs.imagePairs(progress);
            pairs.note().ifPresent(note -> System.err.println("Note: " + note));
            for (Path file : results()) {
                InputFiles.checkApart(file, PairDistances.images(listed));
                InputFiles.checkApart(file, options.files());
            }
            scored = embed(listed, progress);
        }
        if (distances != null) {
            ScoreFile.write(distances, scored);
        }
        return scored;
    }

    private ScoredPairs embed(List<ImagePair> listed, Progress progress) {
        try (OpenSource source = OpenSource.open(options, progress)) {
            if (options.isTrained()) {
                System.err.println("Note: this network was trained. Pairs of people that it was trained on, where the list has such, flatter it.");
            }
            ScoredPairs scored = PairDistances.measure(source, listed, MeasureProgress.of(progress));
            source.printNotes();
            return scored;
        }
    }

    private void write(List<MeasureRow> rows) {
        CsvFile.write(out, csv -> {
            for (MeasureRow row : rows) {
                csv.printRecord(row.name(), row.value().orElse(null), row.interval().map(Interval::low).orElse(null), row.interval().map(Interval::high).orElse(null));
            }
        }, "measure", "value", "low", "high");
    }

    private void draw(ScoredPairs scored) {
        String title = String.format(Locale.ROOT, "%s: %,d pairs of one person, %,d of strangers", PlainText.of(pairs.file().getFileName().toString()),
                scored.genuine(), scored.impostors());
        AtomicFile.write(det, png -> ImageIO.write(DetChart.of(title).curve("distance", RocCurve.of(scored)).image(), "png", png));
    }
}
