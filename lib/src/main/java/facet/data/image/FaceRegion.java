package facet.data.image;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/**
 * The middle half of an image's width and height, where a photograph cut to one face, such as LFW's, shows the face itself; around it are hair, clothes and what lies behind.
 * The accuracy on each of the two parts shows which one a network uses.
 */
public enum FaceRegion {

    /** The image as it is. */
    WHOLE("whole image") {
        @Override
        public BufferedImage of(BufferedImage image) {
            return image;
        }
    },

    /** The image without its middle, which has the mean colour of the rest, so that nothing of the face is left. */
    BACKGROUND("background only") {
        @Override
        public BufferedImage of(BufferedImage image) {
            BufferedImage background = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
            Graphics2D graphics = background.createGraphics();
            graphics.drawImage(image, 0, 0, null);
            graphics.setColor(meanAround(background));
            graphics.fillRect(start(image.getWidth()), start(image.getHeight()), half(image.getWidth()), half(image.getHeight()));
            graphics.dispose();
            return background;
        }
    },

    /** The middle alone, which a network sees in the size of a whole image. */
    CENTRE("centre crop") {
        @Override
        public BufferedImage of(BufferedImage image) {
            BufferedImage centre = new BufferedImage(half(image.getWidth()), half(image.getHeight()), BufferedImage.TYPE_3BYTE_BGR);
            Graphics2D graphics = centre.createGraphics();
            graphics.drawImage(image, -start(image.getWidth()), -start(image.getHeight()), null);
            graphics.dispose();
            return centre;
        }
    };

    private final String text;

    FaceRegion(String text) {
        this.text = text;
    }

    /** @return the region of an image of type 3BYTE_BGR, of the same type; the image is not changed */
    public abstract BufferedImage of(BufferedImage image);

    /** @return its name for people, such as centre crop */
    public String text() {
        return text;
    }

    /** Pixels of the middle half, at least one. */
    private static int half(int length) {
        return (length + 1) / 2;
    }

    /** The first pixel of the middle half. */
    private static int start(int length) {
        return (length - half(length)) / 2;
    }

    private static Color meanAround(BufferedImage image) {
        long[] sums = new long[3];
        int count = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                boolean middle = within(x, image.getWidth()) && within(y, image.getHeight());
                if (!middle) {
                    int rgb = image.getRGB(x, y);
                    sums[0] += rgb >> 16 & 0xFF;
                    sums[1] += rgb >> 8 & 0xFF;
                    sums[2] += rgb & 0xFF;
                    count++;
                }
            }
        }
        int all = Math.max(1, count); // an image of one pixel has nothing around its middle
        return new Color(Math.round((float) sums[0] / all), Math.round((float) sums[1] / all), Math.round((float) sums[2] / all));
    }

    private static boolean within(int place, int length) {
        return place >= start(length) && place < start(length) + half(length);
    }
}
