package facet.data.image;

import java.nio.file.Path;

/**
 * An image as training shows it.
 *
 * @param image its file
 * @param mirrored whether left and right change places
 * @param crop the part of it that is shown, before it is mirrored
 */
public record View(Path image, boolean mirrored, Crop crop) {

    /** @return an image as it is */
    public static View whole(Path image) {
        return new View(image, false, Crop.WHOLE);
    }

    /** @return the same view in a mirror */
    public View mirror() {
        return new View(image, !mirrored, crop);
    }

    /** Computes the pixels of the view from those of the image: size * size * 3 bytes, R G B, row by row; the same array for a whole image. */
    byte[] of(byte[] pixels, int size) {
        byte[] shown = crop.of(pixels, size);
        return mirrored ? mirrored(shown, size) : shown;
    }

    private static byte[] mirrored(byte[] pixels, int size) {
        byte[] mirrored = new byte[pixels.length];
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                System.arraycopy(pixels, 3 * (y * size + x), mirrored, 3 * (y * size + size - 1 - x), 3);
            }
        }
        return mirrored;
    }
}
