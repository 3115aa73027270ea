package facet.report.chart;

import java.awt.image.BufferedImage;
import java.util.Base64;

/** Images of faces as JPEG, a fifth of a PNG. */
final class Jpeg {

    private Jpeg() { }

    /** @return the file of an RGB image */
    static byte[] bytes(BufferedImage image) {
        return FigureFile.bytes(image, true);
    }

    /** @return an address that holds the whole image, for an HTML page */
    static String address(BufferedImage image) {
        return "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(bytes(image));
    }
}
