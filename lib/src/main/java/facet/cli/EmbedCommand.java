package facet.cli;

import facet.data.FolderImages;
import facet.data.PassedOver;
import facet.io.AtomicFile;
import facet.io.CsvFile;
import facet.io.InputFiles;
import facet.io.PlainText;
import facet.report.progress.OpenProgress;
import facet.report.progress.TerminalProgress;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVPrinter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** facet embed. */
@Command(name = "embed", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Write the embedding of every image below a folder: a row an image, its path, then its numbers.",
        footer = {"", "With --spark spark://HOST:7077 the machines of an Apache Spark cluster compute them: environment/spark/README.md.", "",
            "Example:", "  environment/facet embed --images data/generated-faces/images \\", "    --out embeddings.csv"})
public final class EmbedCommand implements Runnable {

    @Option(names = "--images", required = true, paramLabel = "DIR", description = "The folder; all images below it are taken.")
    private Path images;

    @Option(names = "--out", required = true, paramLabel = "FILE.csv", description = "Where to write.")
    private Path out;

    @Mixin
    private ModelOptions options;

    private final NetworkSource network;

    EmbedCommand() {
        this(ModelOptions.HERE);
    }

    /** Makes a command whose embeddings another program computes. */
    public EmbedCommand(NetworkSource network) {
        this.network = network;
    }

    @Override
    public void run() {
        AtomicFile.check(out);
        FolderImages found = FolderImages.below(images);
        List<Path> files = found.images();
        InputFiles.checkApart(out, files);
        InputFiles.checkApart(out, options.files());
        try (OpenProgress progress = TerminalProgress.open();
                OpenSource source = OpenSource.open(options, network, progress)) {
            CsvFile.write(out, csv -> source.each(files, progress, (image, embedding) -> printRow(csv, image, embedding)));
            source.printNotes();
        }
        System.out.println("Wrote " + files.size() + (files.size() == 1 ? " embedding to " : " embeddings to ") + out);
        if (!found.passedOver().isEmpty()) {
            System.err.println(PlainText.of(PassedOver.sentence(found.passedOver())));
        }
    }

    private void printRow(CSVPrinter csv, Path image, float[] embedding) {
        try {
            csv.print(PlainText.cell(images.relativize(image).toString().replace(File.separatorChar, '/')));
            for (float x : embedding) {
                csv.print(x);
            }
            csv.println();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
