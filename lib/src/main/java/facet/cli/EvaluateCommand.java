package facet.cli;

import facet.data.EqualImages;
import facet.data.TripletFolder;
import facet.data.TripletList;
import facet.data.TripletSet;
import facet.eval.Measurements;
import facet.eval.TripletDistances;
import facet.io.AtomicFile;
import facet.io.CsvFile;
import facet.io.FacetException;
import facet.io.InputFiles;
import facet.io.PlainText;
import facet.report.progress.OpenProgress;
import facet.report.progress.TerminalProgress;
import facet.report.table.Results;
import facet.train.TripletMeasurement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** facet evaluate. */
@Command(name = "evaluate", mixinStandardHelpOptions = true, sortOptions = false,
        description = {"Measure triplets of a list: which of them has its positive nearer than its negative?",
            "A network's result is what train prints for its test sets. Do not measure it on triplets that it was trained on.",
            "With --dense, all triplets of the people of a set's part, and their mean accuracy with an interval over people."},
        footer = {"", "Examples:", "  environment/facet evaluate --groups data/generated-faces/groups.csv \\", "    --out distances.csv",
            "  environment/facet evaluate --dense lfw --part test \\", "    --weights my.safetensors --out people.csv"})
final class EvaluateCommand implements Runnable {

    private static final class Source {

        @Option(names = "--groups", required = true, paramLabel = "FILE.csv|DIR", description = "Columns group, anchor, positive, negative, kind; paths below its"
                + " folder or the folder images beside it. Or a folder of the folders anchor, positive and negative.")
        private Path triplets;

        @Option(names = "--dense", required = true, paramLabel = "SET", description = "All triplets of a part's people: each pair of a person's images against each"
                + " image of everybody else. SET is generated, lfw, or a folder of people.")
        private String dense;
    }

    @ArgGroup(multiplicity = "1")
    private Source source;

    @Mixin
    private DenseOptions denseOptions;

    @Option(names = "--out", required = true, paramLabel = "FILE.csv", description = "Where to write group, kind, d_ap, d_an, correct; of --dense person, pairs, accuracy.")
    private Path out;

    @Option(names = "--margin", defaultValue = "1", description = "Margin of the average loss. Default: 1.")
    private double margin;

    @Mixin
    private ModelOptions options;

    @Override
    public void run() {
        AtomicFile.check(out);
        if (source.dense != null) {
            denseOptions.evaluate(source.dense, options, out);
            return;
        }
        denseOptions.checkUnused();
        if (!Double.isFinite(margin) || margin < 0) {
            throw new FacetException("--margin is " + margin + "; it has to be 0 or more.");
        }
        Path triplets = source.triplets;
        List<TripletSet> kinds = TripletSet.byKind(Files.isDirectory(triplets) ? TripletFolder.read(triplets) : TripletList.read(triplets));
        InputFiles.checkApart(out, List.of(triplets));
        InputFiles.checkApart(out, TripletMeasurement.images(kinds));
        InputFiles.checkApart(out, options.files());
        String equal = EqualImages.sentence(kinds);
        if (!equal.isEmpty()) {
            System.err.println("Note: " + equal);
        }
        Measurements distances;
        try (OpenProgress progress = TerminalProgress.open();
                OpenSource embeddings = OpenSource.open(options, progress)) {
            if (options.isTrained()) {
                System.err.println("Note: this network was trained. Triplets of people that it was trained on, where the list has such, flatter it.");
            }
            distances = TripletMeasurement.measure(embeddings, kinds, MeasureProgress.of(progress));
            embeddings.printNotes();
        }
        CsvFile.write(out, csv -> {
            for (List<TripletDistances> kind : distances.bySet().values()) {
                for (TripletDistances g : kind) {
                    csv.printRecord(PlainText.cell(g.name()), PlainText.cell(g.kind()), g.anchorPositive(), g.anchorNegative(), g.correct());
                }
            }
        }, "group", "kind", "d_ap", "d_an", "correct");
        System.out.println(Results.measured(distances, margin).printAll());
        System.out.println("Wrote " + out);
    }
}
