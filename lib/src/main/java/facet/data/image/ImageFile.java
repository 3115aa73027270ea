package facet.data.image;

import facet.io.FacetException;
import facet.io.FirstBytes;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Reads an image as RGB, upright: grey, palette, CMYK and 16-bit files included, transparency over white. The content decides on the
 * format, not the name.
 *
 * <p>One rule for the colours of every JPEG and PNG: an embedded colour profile (ICC) is converted to sRGB, so that the same colours give
 * the same samples. Without a profile, or with one of sRGB, the samples stay as they are, and so do the levels of a grey image. A damaged
 * profile counts as none, as other damaged metadata do.
 */
public final class ImageFile {

    /** What the JPEG reader says of an image that is not whole; of others it says that there are too many bytes, or what is wrong with the metadata. */
    private static final List<String> DAMAGE = List.of("premature end", "truncated file", "bad huffman code", "instead of rst", "bad arithmetic code");

    private ImageFile() { }

    /**
     * Decodes a file and turns it as its EXIF orientation says. An interrupt of the thread stays set, and does not stop the reading.
     *
     * @return an image of type 3BYTE_BGR, in sRGB
     * @throws FacetException where it is missing, damaged, no image, or too large
     */
    public static BufferedImage read(Path file) {
        try {
            return rgb(file, bytes(file));
        } catch (OutOfMemoryError e) {
            throw ImageLimits.outOfMemory(file, e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            ImageLimits.check(file, Files.size(file));
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new FacetException("Can't read the image " + file + ": is it there, and readable?", e);
        }
    }

    private static BufferedImage rgb(Path file, byte[] bytes) {
        try {
            BufferedImage image = decode(file, JpegSegments.readable(bytes));
            return PngColours.srgb(ExifOrientation.rgb(image, ExifOrientation.orientation(bytes)), bytes);
        } catch (FacetException tooLarge) {
            throw tooLarge;
        } catch (IOException | RuntimeException e) { // damaged files make ImageIO's readers throw either
            throw new FacetException(file + " is not an image (" + FirstBytes.guess(bytes) + "). Remove it or download it again.", e);
        }
    }

    private static BufferedImage decode(Path file, byte[] bytes) throws IOException {
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IIOException("no reader for this format");
            }
            ImageReader reader = readers.next();
            try {
                boolean[] damaged = new boolean[1];
                reader.addIIOReadWarningListener((source, warning) -> damaged[0] |= saysDamaged(warning));
                reader.setInput(in, true, true);
                ImageLimits.check(file, reader.getWidth(0), reader.getHeight(0), Runtime.getRuntime().maxMemory());
                BufferedImage image = reader.read(0);
                if (damaged[0]) { // the JPEG reader fills what it can't read with grey and only warns
                    throw new IIOException("the image is not whole");
                }
                return image;
            } finally {
                reader.dispose();
            }
        }
    }

    private static boolean saysDamaged(String warning) {
        String text = warning.toLowerCase(Locale.ROOT);
        return DAMAGE.stream().anyMatch(text::contains);
    }
}
