package facet.data.image;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/**
 * A square part of a resized image, which becomes as large as the image: PIL's bilinear resizing. What it keeps of the aspect ratio is what resizing kept.
 *
 * @param side of the part, as a share of the image's: above 0, at most 1
 * @param x where it is, of all places that it can be at: 0 is left, almost 1 right
 * @param y 0 is the top
 */
public record Crop(double side, double x, double y) {

    /** The whole image. */
    public static final Crop WHOLE = new Crop(1, 0, 0);

    /** Computes the pixels of the part, resized, of size * size * 3 bytes, R G B, row by row; the same array where the part is all. */
    byte[] of(byte[] pixels, int size) {
        int part = (int) Math.max(1, Math.round(side * size));
        if (part == size) {
            return pixels;
        }
        int left = (int) (x * (size - part + 1));
        int top = (int) (y * (size - part + 1));
        BufferedImage image = new BufferedImage(part, part, BufferedImage.TYPE_3BYTE_BGR);
        byte[] bgr = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        for (int row = 0; row < part; row++) {
            for (int i = 0; i < 3 * part; i++) {
                bgr[3 * part * row + i + 2 - 2 * (i % 3)] = pixels[3 * ((top + row) * size + left) + i];
            }
        }
        return Resize.square(image, size);
    }
}
