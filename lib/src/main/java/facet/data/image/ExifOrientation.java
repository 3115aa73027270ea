package facet.data.image;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.MetadataException;
import com.drew.metadata.exif.ExifIFD0Directory;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** Turns an image as its EXIF orientation (1 to 8) says, and makes it RGB. */
final class ExifOrientation {

    private ExifOrientation() { }

    /** @return the orientation that a file's metadata give, 1 where they give none */
    static int orientation(byte[] file) {
        try {
            ExifIFD0Directory exif = ImageMetadataReader.readMetadata(new ByteArrayInputStream(file))
                    .getFirstDirectoryOfType(ExifIFD0Directory.class);
            return exif == null || !exif.containsTag(ExifIFD0Directory.TAG_ORIENTATION) ? 1 : exif.getInt(ExifIFD0Directory.TAG_ORIENTATION);
        } catch (ImageProcessingException | MetadataException | IOException | RuntimeException | OutOfMemoryError e) {
            return 1; // an image without readable metadata stands as it is; a damaged length makes the library ask for any memory
        }
    }

    /** @return an image of type 3BYTE_BGR, turned, transparency over white */
    static BufferedImage rgb(BufferedImage image, int orientation) {
        int w = image.getWidth();
        int h = image.getHeight();
        boolean whole = image.getRaster().getParent() == null; // a part of an image, such as a cut-out face, shares the whole's bytes
        if (orientation <= 1 && whole && image.getType() == BufferedImage.TYPE_3BYTE_BGR) {
            return image;
        }
        boolean turned = orientation >= 5 && orientation <= 8;
        BufferedImage rgb = new BufferedImage(turned ? h : w, turned ? w : h, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D g = rgb.createGraphics();
        if (image.getColorModel().hasAlpha()) {
            g.setColor(Color.WHITE);
            g.fillRect(0, 0, rgb.getWidth(), rgb.getHeight());
        }
        g.drawImage(greyAlphaAsRgb(image), transform(orientation, w, h), null);
        g.dispose();
        return rgb;
    }

    /** Java takes grey with alpha for linear light and would brighten it: the same samples, named R, G, B and alpha. */
    private static BufferedImage greyAlphaAsRgb(BufferedImage image) {
        WritableRaster raster = image.getRaster();
        if (raster.getNumBands() != 2) {
            return image;
        }
        WritableRaster bands = raster.createWritableChild(0, 0, image.getWidth(), image.getHeight(), 0, 0, new int[] {0, 0, 0, 1});
        ComponentColorModel rgba = new ComponentColorModel(ColorSpace.getInstance(ColorSpace.CS_sRGB), true, false,
                Transparency.TRANSLUCENT, raster.getTransferType());
        return new BufferedImage(rgba, bands, false, null);
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
