package facet.cli;

import ai.djl.ndarray.NDManager;
import facet.data.AtomicFile;
import facet.data.FaceFolder;
import facet.data.ImageLoader;
import facet.data.Progress;
import facet.model.Embeddings;
import facet.model.FaceEmbedder;
import facet.report.TerminalProgress;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** facet embed. */
@Command(name = "embed", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Write the embedding of every image below a folder: a row an image, its path, then its numbers.",
        footer = {"", "Example:", "  facet embed --images data/generated-faces/images --out embeddings.csv"})
final class EmbedCommand implements Runnable {

    @Option(names = "--images", required = true, paramLabel = "DIR", description = "The folder; all images below it are taken.")
    private Path images;

    @Option(names = "--out", required = true, paramLabel = "FILE.csv", description = "Where to write.")
    private Path out;

    @Mixin
    private ModelOptions options;

    @Override
    public void run() {
        List<Path> files = FaceFolder.images(images);
        Embeddings embeddings;
        Progress progress = TerminalProgress.open("images");
        try (NDManager manager = NDManager.newBaseManager();
                FaceEmbedder model = options.build(manager, progress);
                ImageLoader loader = new ImageLoader(options.size)) {
            embeddings = Embeddings.of(model, files, loader, progress);
        }
        AtomicFile.write(out, stream -> {
            CSVPrinter csv = new CSVPrinter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), CSVFormat.RFC4180);
            for (Map.Entry<Path, float[]> row : embeddings.vectors().entrySet()) {
                csv.print(images.relativize(row.getKey()).toString().replace('\\', '/'));
                for (float x : row.getValue()) {
                    csv.print(x);
                }
                csv.println();
            }
            csv.flush();
        });
        System.out.println("Wrote " + files.size() + " embeddings to " + out);
    }
}
