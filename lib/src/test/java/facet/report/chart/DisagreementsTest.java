package facet.report.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import facet.data.Triplet;
import facet.data.TripletSet;
import facet.eval.TripletDistances;
import facet.io.CsvFile;
import facet.io.FacetException;
import facet.io.Progress;
import facet.study.Experiment;
import facet.study.Run;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DisagreementsTest {

    private static final Experiment EXPERIMENT = Experiment.paper("generated");
    private static final String SET = "twinlike";

    @TempDir
    Path folder;

    /** The first run is correct on the triplets 0 and 1, the second one on 1, 3 and 4: it alone on 3 and 4. */
    @Test
    void theTripletsThatTheSecondRunAloneClassifiesCorrectlyAreShown() throws IOException {
        List<Triplet> triplets = new Run(EXPERIMENT, folder).split(Progress.silent()).measured().stream()
                .filter(set -> set.name().equals(SET)).map(TripletSet::triplets).findFirst().orElseThrow();
        Run first = run("first", triplets, Set.of(0, 1));
        Run second = run("second", triplets, Set.of(1, 3, 4));
        assertEquals(Optional.empty(), Disagreements.gallery(first, first, 2, SET, 9));
        same(List.of(triplets.get(3), triplets.get(4)), Disagreements.gallery(first, second, 2, SET, 9).orElseThrow());
        same(List.of(triplets.get(3)), Disagreements.gallery(first, second, 2, SET, 1).orElseThrow());
        same(List.of(triplets.get(0)), Disagreements.gallery(second, first, 2, SET, 9).orElseThrow());
    }

    /** Of generated faces nobody chose hard triplets, so their images are not known. */
    @Test
    void withoutItsJudgeASetHasNoImages() throws IOException {
        List<Triplet> triplets = new Run(EXPERIMENT, folder).split(Progress.silent()).validation().triplets();
        Run first = run("first", triplets, Set.of());
        for (String name : List.of("distances.csv", "history.csv")) {
            Path file = first.folder().resolve(name);
            Files.writeString(file, Files.readString(file).replace("," + SET + ",", ",hard test,"));
        }
        Run second = new Run(EXPERIMENT, Files.createDirectories(folder.resolve("second")));
        Files.writeString(second.folder().resolve("distances.csv"), Files.readString(first.folder().resolve("distances.csv")).replace(",3,2", ",1,2"));
        assertEquals("The images of hard test are not known without the judge that chose them. Set FACET_YUNET and FACET_SFACE to its two files.",
                assertThrows(FacetException.class, () -> Disagreements.gallery(first, second, 2, "hard test", 9)).getMessage());
    }

    /** The distances below the images are those of the run that is wrong: 3 and 2. */
    private static void same(List<Triplet> expected, Gallery gallery) {
        List<TripletDistances> wrong = expected.stream().map(triplet -> new TripletDistances(triplet.name(), SET, 3, 2)).toList();
        BufferedImage image = Gallery.of(expected).distances(wrong).image();
        assertEquals(image.getHeight(), gallery.image().getHeight());
        assertEquals(image.getWidth(), gallery.image().getWidth());
        assertFalse(ChartImages.differ(image, gallery.image()));
    }

    private Run run(String name, List<Triplet> triplets, Set<Integer> correct) throws IOException {
        Path run = Files.createDirectories(folder.resolve(name));
        CsvFile.write(run.resolve("distances.csv"), csv -> {
            for (int i : IntStream.range(0, triplets.size()).toArray()) {
                csv.printRecord(2, SET, triplets.get(i).name(), SET, correct.contains(i) ? 1 : 3, 2);
            }
        }, "epoch", "set", "group", "kind", "d_ap", "d_an");
        CsvFile.write(run.resolve("history.csv"), csv -> csv.printRecord(2, SET, triplets.size(), 1, (double) correct.size() / triplets.size()),
                "epoch", "set", "groups", "loss", "accuracy");
        return new Run(EXPERIMENT, run);
    }
}
