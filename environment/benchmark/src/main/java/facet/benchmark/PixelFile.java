package facet.benchmark;

import facet.data.image.ImageLoader;
import facet.io.AtomicFile;
import java.nio.file.Path;
import java.util.List;

/** Resized images in a file that Python reads, size * size * 3 bytes each: the very bytes that Facet trains on. */
final class PixelFile {

    private PixelFile() { }

    static void write(Path file, int size, List<Path> images) {
        try (ImageLoader loader = new ImageLoader(size)) {
            AtomicFile.write(file, out -> {
                for (Path image : images) {
                    out.write(loader.load(image));
                }
            });
        }
    }
}
