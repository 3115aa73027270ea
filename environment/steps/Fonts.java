import java.awt.image.BufferedImage;

/** Measures text, as every chart does. Ends with an exception where the system has no fonts. */
class Fonts {

    public static void main(String[] args) {
        new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics().getFontMetrics().stringWidth("Epoch");
    }
}
