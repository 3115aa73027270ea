package facet.benchmark;

import facet.data.AtomicFile;
import facet.data.DataHome;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Where a benchmark's results go: data/benchmark, and the README. */
public final class OutcomeFiles {

    private final Path root;

    /** The files of a checkout. */
    public OutcomeFiles(DataHome home) {
        root = home.root();
    }

    /** Throws where the README could not be written later. */
    public void checkReadme() {
        ReadmeSection.check(root.resolve("README.md"));
    }

    /** Writes page, numbers and chart, named as the settings; @return the page */
    public Path write(Outcome outcome) {
        Path folder = root.resolve("data/benchmark");
        String name = outcome.settings().name();
        BufferedImage chart = OutcomePage.chart(outcome);
        AtomicFile.write(folder.resolve(name + ".png"), out -> ImageIO.write(chart, "png", out));
        AtomicFile.write(folder.resolve(name + ".csv"), out -> OutcomeTable.rows(outcome).write().csv(out));
        Path page = folder.resolve(name + ".md");
        AtomicFile.write(page, out -> out.write(("# Benchmark\n\n" + OutcomePage.text(outcome, name + ".png")).getBytes(StandardCharsets.UTF_8)));
        return page;
    }

    /** Fills the README's part. */
    public void writeReadme(Outcome outcome) {
        ReadmeSection.write(root.resolve("README.md"), OutcomePage.text(outcome, "data/benchmark/" + outcome.settings().name() + ".png"));
    }
}
