package facet.data;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.MetadataException;
import com.drew.metadata.exif.ExifIFD0Directory;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Locale;
import javax.imageio.ImageIO;

/** Reads a picture as RGB, upright: grey, palette, CMYK and 16-bit files included, transparency over white. */
public final class ImageFile {

    private ImageFile() { }

    /**
     * Decodes a file and turns it as its EXIF orientation says.
     *
     * @return a picture of type 3BYTE_BGR
     * @throws FacetException where it is missing or no image
     */
    public static BufferedImage read(Path file) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new FacetException("Can't read the image " + file + ": is it there, and readable?", e);
        }
        BufferedImage decoded;
        try {
            ImageIO.setUseCache(false); // from memory to memory, without a temporary file
            decoded = ImageIO.read(new ByteArrayInputStream(bytes));
        } catch (IOException | RuntimeException e) { // damaged files make ImageIO's readers throw either
            throw new FacetException(notAnImage(file, bytes), e);
        }
        if (decoded == null) {
            throw new FacetException(notAnImage(file, bytes));
        }
        return upright(decoded, orientation(bytes));
    }

    private static String notAnImage(Path file, byte[] bytes) {
        String start = HexFormat.ofDelimiter(" ").formatHex(bytes, 0, Math.min(4, bytes.length));
        String text = new String(bytes, 0, Math.min(64, bytes.length)).strip().toLowerCase(Locale.ROOT);
        String guess = bytes.length == 0 ? "it is empty" : text.startsWith("<!doctype html") || text.startsWith("<html")
                ? "starts with " + start + ", an HTML page?" : "starts with " + start + ", damaged?";
        return file + " is not an image (" + guess + "). Remove it or download it again.";
    }

    private static int orientation(byte[] bytes) {
        try {
            ExifIFD0Directory exif = ImageMetadataReader.readMetadata(new ByteArrayInputStream(bytes))
                    .getFirstDirectoryOfType(ExifIFD0Directory.class);
            return exif == null || !exif.containsTag(ExifIFD0Directory.TAG_ORIENTATION) ? 1 : exif.getInt(ExifIFD0Directory.TAG_ORIENTATION);
        } catch (ImageProcessingException | MetadataException | IOException e) {
            return 1; // an image without readable metadata stands as it is
        }
    }

    /** Draws into RGB, mirrored and turned by the EXIF values 1 to 8. */
    static BufferedImage upright(BufferedImage image, int orientation) {
        int w = image.getWidth();
        int h = image.getHeight();
        boolean turned = orientation >= 5 && orientation <= 8;
        BufferedImage rgb = new BufferedImage(turned ? h : w, turned ? w : h, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D g = rgb.createGraphics();
        if (image.getColorModel().hasAlpha()) {
            g.setColor(Color.WHITE);
            g.fillRect(0, 0, rgb.getWidth(), rgb.getHeight());
        }
        g.drawImage(image, transform(orientation, w, h), null);
        g.dispose();
        return rgb;
    }

    private static AffineTransform transform(int orientation, int w, int h) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, w);
            default -> new AffineTransform();
        };
    }
}
