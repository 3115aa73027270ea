package facet.align;

import facet.data.image.ImageFile;
import facet.io.DataHome;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.nio.file.Path;

/** Generated faces, and images made of them. */
final class TestFaces {

    private TestFaces() { }

    static Path file(String name) {
        return DataHome.find().generatedFaces().resolve("images").resolve(name).resolve(name + "_0001.jpg");
    }

    static BufferedImage face(String name) {
        return ImageFile.read(file(name));
    }

    /** An image of that size and type with a face at a place, its side in pixels; black around it. */
    static BufferedImage on(int width, int height, int type, BufferedImage face, int x, int y, int side) {
        BufferedImage image = new BufferedImage(width, height, type);
        Graphics2D g = image.createGraphics();
        g.drawImage(face, x, y, side, side, null);
        g.dispose();
        return image;
    }

    static byte[] bytes(BufferedImage image) {
        return ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    }

    /** The mean distance of two images' grey levels. */
    static double meanDistance(BufferedImage a, BufferedImage b) {
        double sum = 0;
        for (int i = 0; i < bytes(a).length; i++) {
            sum += Math.abs((bytes(a)[i] & 0xFF) - (bytes(b)[i] & 0xFF));
        }
        return sum / bytes(a).length;
    }
}
