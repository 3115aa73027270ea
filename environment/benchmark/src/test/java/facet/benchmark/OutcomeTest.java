package facet.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.io.DataHome;
import facet.io.FacetException;
import facet.model.net.Precision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutcomeTest {

    @TempDir
    Path folder;

    @Test
    void theTableSaysMediansSpreadsAndRatios() {
        String page = OutcomePage.text(outcome(0.05), "x.png");
        assertTrue(page.contains("| Facet bf16 | 1.00 (0.90\u20131.20) | 4.00 | 32.0 (31.0\u201333.0) | 4.00 |"), page);
        assertTrue(page.contains("| 300 | 75 % of bf16 | 2.0 |"), page);
        assertTrue(page.contains("| 300 | 38 % of fp32 | \u2013 |"), page); // plain: 75 of 200 GFLOP/s, memory unknown
        assertTrue(page.contains("![Facet and PyTorch, 224 x 224 pixels, medians of 5](x.png)"), page);
        assertTrue(page.contains("Facet's step would be 5.33 times as fast as the plain script's"), page); // 4.00 at 75 % of the peak
        assertTrue(!page.contains("don't hold"), page);
    }

    @Test
    void goalsAreMetOrNot() {
        List<Goal> goals = outcome(0).goals();
        assertEquals(List.of(true, true, true, true), goals.stream().map(Goal::met).toList());
        assertEquals("NOT met: x: 2.49 (at least 2.50)", Goal.times("x", 2.49, 2.5).line());
        assertEquals("met: y: 71 % (at least 70 %)", Goal.share("y", 0.71, 0.7).line());
    }

    @Test
    void aBusyMachineIsSaid() {
        assertTrue(OutcomePage.text(outcome(0.5), "x.png").contains("Other programs used 50 % of the processors"));
    }

    @Test
    void filesAndPage() throws IOException {
        Path page = page();
        OutcomeFiles files = new OutcomeFiles(new DataHome(folder));
        Files.writeString(page, "# Facet\n");
        assertTrue(assertThrows(FacetException.class, files::checkPage).getMessage().startsWith(page + " has no place for the results: add the lines "));
        Files.writeString(page, "# Facet\n" + PageSection.BEGIN + "\nold\n" + PageSection.END + "\nafter\n");
        files.checkPage();
        files.publish(outcome(0));
        String said = files.publish(outcome(0));
        assertEquals("Wrote " + folder.resolve("data/benchmark/benchmark.md") + ", with a .csv and a .png beside it. environment/guide/speed.md holds the results, too.", said);
        String text = Files.readString(page);
        assertTrue(text.startsWith("# Facet\n" + PageSection.BEGIN + "\n![") && text.endsWith(PageSection.END + "\nafter\n"), text);
        assertTrue(text.contains("](../../data/benchmark/benchmark.png)") && !text.contains("old"), text);

        assertEquals(1200, ImageIO.read(folder.resolve("data/benchmark/benchmark.png").toFile()).getWidth());
        List<String> rows = Files.readAllLines(folder.resolve("data/benchmark/benchmark.csv"));
        assertEquals("measure,contender,unit,median,lowest,highest,repetitions", rows.get(0));
        assertEquals("training step,Facet bf16,s,1.0,0.9,1.2,5", rows.get(4));
    }

    @Test
    void onlyWhatIsPublishedAndAgreesTouchesTheRepositorysFiles() throws IOException {
        Path page = page();
        Files.writeString(page, PageSection.BEGIN + "\nold\n" + PageSection.END);
        OutcomeFiles files = new OutcomeFiles(new DataHome(folder));
        String wrote = "Wrote " + folder.resolve("data/benchmark/latest.md") + ", with a .csv and a .png beside it.";
        assertEquals(wrote, files.write(outcome(0)));
        assertEquals(wrote + " environment/guide/speed.md stays as it was, since the losses disagree.", files.publish(outcome(0, 2)));
        assertTrue(Files.readString(page).contains("old"));
        try (Stream<Path> written = Files.list(folder.resolve("data/benchmark"))) {
            assertEquals(Set.of("latest.md", "latest.csv", "latest.png"), written.map(file -> file.getFileName().toString()).collect(Collectors.toSet()));
        }
    }

    @Test
    void aFullRunIsNoSmallerThanThePapers() {
        assertTrue(Settings.full().isFull());
        assertTrue(Settings.full().size(224).repetitions(7).isFull());
        assertFalse(Settings.full().repetitions(4).isFull());
        assertFalse(Settings.full().size(112).isFull());
        assertFalse(Settings.quick().size(224).repetitions(5).isFull());
    }

    @Test
    void withoutInstructionsForBfloat16BothSidesAreMeasuredInFloat32() {
        List<String> goals = outcome(Contender.of(Precision.FP32), 0, 1).goals().stream().map(Goal::line).toList();
        assertEquals("met: training, Facet fp32, times as fast as PyTorch tuned fp32: 1.50 (at least 1.50)", goals.get(1));
        assertEquals("met: embedding, Facet fp32, times as fast as PyTorch plain: 3.00 (at least 3.00)", goals.get(2));
    }

    private Path page() throws IOException {
        Files.createDirectories(folder.resolve("environment/guide"));
        return folder.resolve("environment/guide/speed.md");
    }

    private static Outcome outcome(double busy) {
        return outcome(busy, 1);
    }

    private static Outcome outcome(double busy, double loss) {
        return outcome(Contender.of(Precision.BF16), busy, loss);
    }

    /** The first needs 4 s and embeds 8 images/s; each after it is a unit faster. */
    private static Outcome outcome(List<Contender> contenders, double busy, double loss) {
        Map<Measure, Map<Contender, Spread>> speeds = Map.of(
                Measure.STEP, each(contenders, i -> new Spread(4 - i, 3.9 - i, 4.2 - i, 5)),
                Measure.EMBED, each(contenders, i -> new Spread(8 * (i + 1), 8 * i + 7, 8 * i + 9, 5)),
                Measure.EPOCH, each(contenders, i -> new Spread(20 - i, 19 - i, 22 - i, 5)));
        return new Outcome(Settings.full(), LocalDate.of(2030, 1, 2), new Computer("A processor", 2, 16, "Linux", busy),
                each(contenders, i -> new Outcome.Software("Java 17", "DJL 0.36.0", "2.7.1", "2", "jemalloc")), speeds,
                Map.of("fp32", new Spread(200, 190, 210, 5), "bf16", new Spread(400, 390, 410, 5)), each(contenders, i -> 300e9),
                Map.of(Contender.FACET_BF16, 2_000_000_000L), LossAgreement.of(List.of(loss), List.of(1.0)));
    }

    private static <T> Map<Contender, T> each(List<Contender> contenders, IntFunction<T> value) {
        return contenders.stream().collect(Collectors.toMap(c -> c, c -> value.apply(contenders.indexOf(c))));
    }
}
