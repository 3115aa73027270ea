package facet.model.weights;

import facet.data.download.Download;
import facet.io.DataHome;
import facet.io.Progress;
import java.net.URI;
import java.nio.file.Path;

/** torchvision's own ImageNet weights of ResNet-50: a download of 102 MB. */
final class TorchvisionFile {

    private static final URI ADDRESS = URI.create("https://huggingface.co/timm/resnet50.tv_in1k/resolve/main/model.safetensors");
    private static final String SHA256 = "5d061a3c593d795bfe682d9b152bafbcf550579873492def3515b46db1189888";

    private TorchvisionFile() { }

    /** Downloads it once into the home's data/cache; throws as {@link Download#fetch}. */
    static Path fetch(DataHome home, Progress progress) {
        Path file = home.cache().resolve("resnet50-torchvision.safetensors");
        Download.fetch(ADDRESS, SHA256, file, progress);
        return file;
    }
}
