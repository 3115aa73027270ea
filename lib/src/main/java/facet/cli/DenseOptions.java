package facet.cli;

import facet.data.FaceSet;
import facet.data.FaceSets;
import facet.data.Person;
import facet.data.Triplet;
import facet.data.TripletSet;
import facet.data.TripletSplit;
import facet.eval.DenseAccuracy;
import facet.eval.PersonAccuracy;
import facet.io.CsvFile;
import facet.io.DataHome;
import facet.io.FacetException;
import facet.io.InputFiles;
import facet.io.PlainText;
import facet.io.Progress;
import facet.report.IntervalText;
import facet.report.progress.OpenProgress;
import facet.report.progress.TerminalProgress;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** Which people a dense evaluation compares, and what it writes. */
final class DenseOptions {

    @Option(names = "--part", paramLabel = "PART", defaultValue = "test", description = "Of --dense: train, validation or test. Default: test.")
    private String part;

    @Option(names = "--split", paramLabel = "SEED", defaultValue = "42", description = "Of --dense: seed of the split, as that of the training. Default: 42.")
    private long seed;

    /** Measures the people of the part, writes person, pairs and accuracy, and prints the mean. */
    void evaluate(String set, ModelOptions options, Path out) {
        DenseAccuracy dense;
        try (OpenProgress progress = TerminalProgress.open()) {
            List<Person> people = people(FaceSets.named(set, DataHome.find(), progress));
            List<Path> images = people.stream().flatMap(person -> person.images().stream()).toList();
            InputFiles.checkApart(out, images);
            InputFiles.checkApart(out, options.files());
            dense = measure(people, embeddings(images, options, progress));
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
        TripletSplit split = TripletSplit.of(faces, seed);
        TripletSet chosen = split.all().stream().limit(3).filter(each -> each.name().equals(part)).findFirst() // train, validation, the ordinary test set
                .orElseThrow(() -> new FacetException("--part is " + PlainText.of(part) + "; it can be train, validation or test."));
        Set<String> names = chosen.triplets().stream().map(Triplet::name).collect(Collectors.toSet());
        List<Person> people = faces.people().stream().filter(person -> names.contains(person.name())).toList();
        if (people.isEmpty()) {
            throw new FacetException(faces.name() + " has triplets, and no people whose images could be paired. Name generated, lfw, or a folder of people.");
        }
        return people;
    }

    private static Map<Path, float[]> embeddings(List<Path> images, ModelOptions options, Progress progress) {
        Map<Path, float[]> embeddings = new HashMap<>();
        try (OpenSource source = OpenSource.open(options, progress)) {
            if (options.isTrained()) {
                System.err.println("Note: this network was trained. People that it was trained on, where the part has such, flatter it.");
            }
            source.each(images, progress, embeddings::put);
            source.printNotes();
        }
        return embeddings;
    }

    private DenseAccuracy measure(List<Person> people, Map<Path, float[]> embeddings) {
        Map<String, float[][]> byPerson = new LinkedHashMap<>();
        people.forEach(person -> byPerson.put(person.name(), person.images().stream().map(embeddings::get).toArray(float[][]::new)));
        try {
            return DenseAccuracy.of(byPerson);
        } catch (IllegalArgumentException e) {
            throw new FacetException("The part " + part + ": " + e.getMessage() + " Take another part or a larger set.", e);
        }
    }

    private static String sentence(DenseAccuracy dense) {
        return String.format(Locale.ROOT, "Mean accuracy of %,d people: %.3f, 95 %% interval %s over people as anchors and as strangers (standard error %.4f; %,d images,"
                + " %,d triplets).", dense.people().size(), dense.mean(), IntervalText.share(dense.interval()), dense.standardError(), dense.images(), dense.triplets());
    }
}
