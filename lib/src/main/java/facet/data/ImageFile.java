package facet.data;

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

/** Reads a picture as RGB, upright: grey, palette, CMYK and 16-bit files included, transparency over white. */
public final class ImageFile {

    /** What the JPEG reader says of a picture that is not whole; of others it says that there are too many bytes, or a colour profile that it does not know. */
    private static final List<String> DAMAGE = List.of("premature end", "truncated", "bad huffman code", "instead of rst", "bad arithmetic code");

    private ImageFile() { }

    /**
     * Decodes a file and turns it as its EXIF orientation says.
     *
     * @return a picture of type 3BYTE_BGR
     * @throws FacetException where it is missing, damaged or no image
     */
    public static BufferedImage read(Path file) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new FacetException("Can't read the image " + file + ": is it there, and readable?", e);
        }
        try {
            return Upright.rgb(decode(bytes), Upright.orientation(bytes));
        } catch (IOException | RuntimeException e) { // damaged files make ImageIO's readers throw either
            throw new FacetException(file + " is not an image (" + FirstBytes.guess(bytes) + "). Remove it or download it again.", e);
        }
    }

    private static BufferedImage decode(byte[] bytes) throws IOException {
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
                BufferedImage image = reader.read(0);
                if (damaged[0]) { // the JPEG reader fills what it can't read with grey and only warns
                    throw new IIOException("the picture is not whole");
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
