package facet.cli;

import facet.data.FaceSet;
import facet.data.FaceSets;
import facet.data.Person;
import facet.data.TripletSet;
import facet.data.TripletSplit;
import facet.eval.DenseAccuracy;
import facet.eval.PersonAccuracy;
import facet.io.CsvFile;
import facet.io.DataHome;
import facet.io.FacetException;
import facet.io.InputFiles;
import facet.io.PlainText;
import facet.report.IntervalText;
import facet.report.progress.OpenProgress;
import facet.report.progress.TerminalProgress;
import facet.train.DenseMeasurement;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Option;

/** Which people a dense evaluation compares, and what it writes. */
final class DenseOptions {

    @Option(names = "--part", paramLabel = "PART", description = "Of --dense: train, validation or test. Default: test.")
    private String part; // null where nothing is said

    @Option(names = "--split", paramLabel = "SEED", description = "Of --dense: seed of the split, as that of the training. Default: 42.")
    private Long seed;

    /** Refuses both options where triplets are given, which have neither part nor split; throws a FacetException. */
    void checkUnused() {
        if (part != null || seed != null) {
            throw new FacetException("--part and --split are of --dense: the triplets of --groups have neither. Leave them out.");
        }
    }

    /** Measures the people of the part, writes person, pairs and accuracy, and prints the mean. */
    void evaluate(String set, ModelOptions options, Path out) {
        DenseAccuracy dense;
        try (OpenProgress progress = TerminalProgress.open()) {
            List<Person> people = people(FaceSets.named(set, DataHome.find(), progress));
            List<Path> images = people.stream().flatMap(person -> person.images().stream()).toList();
            InputFiles.checkApart(out, images);
            InputFiles.checkApart(out, options.files());
            try (OpenSource source = OpenSource.open(options, progress)) {
                if (options.isTrained()) {
                    System.err.println("Note: this network was trained. People that it was trained on, where the part has such, flatter it.");
                }
                dense = DenseMeasurement.measure(source, people, MeasureProgress.of(progress));
                source.printNotes();
            }
        }
        CsvFile.write(out, csv -> {
            for (PersonAccuracy person : dense.people()) {
                csv.printRecord(PlainText.cell(person.person()), person.pairs(), person.accuracy());
            }
        }, "person", "pairs", "accuracy");
        System.out.println(sentence(dense));
        System.out.println("Wrote " + out);
    }

    private List<Person> people(FaceSet faces) {
        String wanted = part == null ? "test" : part;
        TripletSplit split = TripletSplit.of(faces, seed == null ? 42 : seed);
        TripletSet chosen = split.all().stream().limit(3).filter(each -> each.name().equals(wanted)).findFirst() // train, validation, the ordinary test set
                .orElseThrow(() -> new FacetException("--part is " + PlainText.of(wanted) + "; it can be train, validation or test."));
        return DenseMeasurement.people(faces, chosen);
    }

    private static String sentence(DenseAccuracy dense) {
        return String.format(Locale.ROOT, "Mean accuracy of %,d people: %.3f, 95 %% interval %s over people as anchors and as strangers (standard error %.4f; %,d images,"
                + " %,d triplets).", dense.people().size(), dense.mean(), IntervalText.share(dense.interval()), dense.standardError(), dense.images(), dense.triplets());
    }
}
