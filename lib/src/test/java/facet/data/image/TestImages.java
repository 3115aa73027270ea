package facet.data.image;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Small images of nobody. */
public final class TestImages {

    private TestImages() { }

    /** Every pixel another colour, so that a wrong turn or a mix-up of channels shows. */
    public static BufferedImage gradient(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, (10 + 200 * x / width) << 16 | (30 + 200 * y / height) << 8 | 50 + x);
            }
        }
        return image;
    }

    /** Writes an image by the ending of its name, with the folders above it. */
    public static Path write(Path file, BufferedImage image) throws IOException {
        Files.createDirectories(file.getParent());
        String name = file.getFileName().toString();
        ImageIO.write(image, name.substring(name.lastIndexOf('.') + 1), file.toFile());
        return file;
    }

    /** People with so many images each, small PNGs of which no two are the same. */
    public static void people(Path folder, int people, int images) throws IOException {
        for (int person = 0; person < people; person++) {
            for (int image = 0; image < images; image++) {
                String name = String.format("p%02d", person);
                write(folder.resolve(name).resolve(image + ".png"), gradient(1 + person, 1 + image));
            }
        }
    }
}
