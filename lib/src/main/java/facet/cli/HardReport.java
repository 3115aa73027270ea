package facet.cli;

import facet.data.Triplet;
import facet.data.TripletSet;
import facet.data.TripletSplit;
import facet.io.AtomicFile;
import facet.io.CsvFile;
import facet.io.DataHome;
import facet.io.FacetException;
import facet.io.InputFiles;
import facet.report.chart.Gallery;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * The hard triplets of a split for the reader of this machine alone: hard-triplets.csv lists all, the most alike first, and hard-triplets.png shows the first of them. Two
 * names that are one person, an error of the labels, would stand at the top.
 */
record HardReport(Path folder, int most) {

    private static final int EDGE = 150;
    private static final int COLUMNS = 3;

    /** One hard triplet and its set. */
    private record Row(String set, Triplet triplet) { }

    /** @throws FacetException where the folder lies in the checkout, or there is nothing to show: before any work */
    void check(DataHome home) {
        if (most < 1) {
            throw new FacetException("--most is " + most + "; it has to be at least 1.");
        }
        Path root = InputFiles.real(home.root());
        Path out = InputFiles.real(folder);
        if (out.startsWith(root) && !out.startsWith(root.resolve("data/cache"))) {
            throw new FacetException("--hard is " + folder + ", inside of " + home.root() + ": photographs of real people could be committed with it. Name a folder elsewhere.");
        }
        AtomicFile.check(folder.resolve("hard-triplets.csv"));
    }

    /** Writes both files of a judged split. */
    void write(TripletSplit judged) {
        List<Row> rows = judged.judged().stream().flatMap(HardReport::rows).sorted(Comparator.comparing(row -> -row.triplet().likeness())).toList();
        CsvFile.write(folder.resolve("hard-triplets.csv"), csv -> {
            for (Row row : rows) {
                Triplet t = row.triplet();
                csv.printRecord(row.set(), t.name(), name(t.anchor()), name(t.positive()), name(t.negative()), t.likeness());
            }
        }, "set", "group", "anchor", "positive", "negative", "likeness");
        List<Triplet> shown = rows.stream().limit(most).map(row -> named(row.triplet())).toList();
        AtomicFile.write(folder.resolve("hard-triplets.png"),
                png -> ImageIO.write(Gallery.of(shown).heads("anchor", "positive", "stranger").columns(COLUMNS).face(EDGE).image(), "png", png));
    }

    private static Stream<Row> rows(TripletSet set) {
        return set.triplets().stream().map(triplet -> new Row(set.name(), triplet));
    }

    private static String name(Path image) {
        return image.getParent().getFileName() + "/" + image.getFileName();
    }

    /** The triplet under its likeness and both people's names. */
    private static Triplet named(Triplet t) {
        return new Triplet(String.format(Locale.ROOT, "%.2f %s, %s", t.likeness(), t.anchor().getParent().getFileName(), t.negative().getParent().getFileName()), "",
                t.anchor(), t.positive(), t.negative());
    }
}
