package facet.benchmark;

import facet.io.AtomicFile;
import facet.io.DataHome;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Where a benchmark's results go: data/benchmark, and the page about speed, which shows the chart of the files that the repository holds. */
public final class OutcomeFiles {

    private static final String COMMITTED = "benchmark";
    private static final String PAGE = "environment/guide/speed.md";

    private final Path root;

    /** The files of a checkout. */
    public OutcomeFiles(DataHome home) {
        root = home.root();
    }

    /** Throws where the page about speed could not be written later. */
    public void checkPage() {
        PageSection.check(root.resolve(PAGE));
    }

    /** Writes page, numbers and chart, named as the settings; @return a sentence that says where */
    public String write(Outcome outcome) {
        return write(outcome, outcome.settings().name());
    }

    /** Writes the repository's own and the part of the page about speed, unless the losses disagree; @return sentences that say where, or why not */
    public String publish(Outcome outcome) {
        if (!outcome.losses().agrees()) {
            return write(outcome) + " " + PAGE + " stays as it was, since the losses disagree.";
        }
        String wrote = write(outcome, COMMITTED);
        PageSection.write(root.resolve(PAGE), OutcomePage.text(outcome, "../../data/benchmark/" + COMMITTED + ".png"));
        return wrote + " " + PAGE + " holds the results, too.";
    }

    private String write(Outcome outcome, String name) {
        Path folder = root.resolve("data/benchmark");
        BufferedImage chart = OutcomePage.chart(outcome);
        AtomicFile.write(folder.resolve(name + ".png"), out -> ImageIO.write(chart, "png", out));
        AtomicFile.write(folder.resolve(name + ".csv"), out -> OutcomeTable.rows(outcome).write().csv(out));
        Path page = folder.resolve(name + ".md");
        AtomicFile.write(page, out -> out.write(("# Benchmark\n\n" + OutcomePage.text(outcome, name + ".png")).getBytes(StandardCharsets.UTF_8)));
        return "Wrote " + page + ", with a .csv and a .png beside it.";
    }
}
