package facet.cli;

import ai.djl.ndarray.NDManager;
import facet.io.AtomicFile;
import facet.io.InputFiles;
import facet.model.FaceEmbedder;
import facet.model.ModelFile;
import facet.report.progress.OpenProgress;
import facet.report.progress.TerminalProgress;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** facet export. */
@Command(name = "export", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Write a network as safetensors under torchvision's names (resnet_fpn_backbone, or resnet50 without pyramid).",
        footer = {"", "Example:", "  environment/facet export --weights data/runs/ID/checkpoint.safetensors \\", "    --out model.safetensors"})
final class ExportCommand implements Runnable {

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where to write.")
    private Path out;

    @Mixin
    private ModelOptions options;

    @Override
    public void run() {
        AtomicFile.check(out);
        InputFiles.checkApart(out, options.files());
        try (OpenProgress progress = TerminalProgress.open();
                NDManager manager = NDManager.newBaseManager();
                FaceEmbedder model = options.buildAsTrained(manager, progress)) {
            ModelFile.write(model, options.size(), options.provenance(), out);
        }
        System.out.println("Wrote " + out);
    }
}
