package facet.eval.places;

import ai.djl.ndarray.NDManager;
import facet.data.FolderImages;
import facet.data.image.ImageLoader;
import facet.io.DataHome;
import facet.io.Progress;
import facet.model.Embeddings;
import facet.model.FaceEmbedder;
import facet.model.FaceEmbedderBuilder;
import facet.model.net.Level;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;

/** What the tests of places share: generated faces, the embedded weights, and vectors of chance. */
final class Fixed {

    private Fixed() { }

    static Path face(String person) {
        return FolderImages.below(DataHome.find().generatedFaces().resolve("images/" + person)).images().get(0);
    }

    static FaceEmbedder network(NDManager manager, Level level, boolean poolFirst) {
        return builder(level).poolFirst(poolFirst).build(manager);
    }

    static FaceEmbedderBuilder builder(Level level) {
        return FaceEmbedder.builder().level(level).seed(3);
    }

    static float[] embed(FaceEmbedder model, Path image, ImageLoader loader) {
        List<float[]> embeddings = new ArrayList<>();
        Embeddings.each(model, List.of(image), loader, Progress.silent(), (file, embedding) -> embeddings.add(embedding));
        return embeddings.get(0);
    }

    /** Places of a map 3 x 3 with vectors of 4 dimensions. */
    static FacePlaces places(long seed) {
        Random random = new Random(seed);
        float[][] vectors = new float[9][4];
        for (float[] vector : vectors) {
            for (int i = 0; i < vector.length; i++) {
                vector[i] = (float) random.nextGaussian();
            }
        }
        return new FacePlaces(PlaceGrid.ofMap(24, 3, 8), vectors);
    }

    /** The image as a network of that size sees it, with a grey rectangle, as a file. */
    static Path covered(Path image, ImageLoader loader, int left, int top, int side, Path file) {
        byte[] pixels = loader.load(image);
        int size = loader.size();
        BufferedImage covered = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                int at = 3 * (y * size + x);
                boolean grey = x >= left && x < left + side && y >= top && y < top + side;
                covered.setRGB(x, y, grey ? 0x808080 : (pixels[at] & 0xFF) << 16 | (pixels[at + 1] & 0xFF) << 8 | pixels[at + 2] & 0xFF);
            }
        }
        try {
            ImageIO.write(covered, "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }
}
