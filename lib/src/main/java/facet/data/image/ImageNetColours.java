package facet.data.image;

/** The scale of colours that ImageNet networks are trained with: (level / 255 - mean) / deviation, for R, G and B; torchvision's numbers. */
public final class ImageNetColours {

    private static final float[] MEAN = {0.485f, 0.456f, 0.406f};
    private static final float[] DEVIATION = {0.229f, 0.224f, 0.225f};

    /** By channel and level: a look-up a pixel is faster than a division. */
    static final float[][] NORMALISED = new float[3][256];

    static {
        for (int channel = 0; channel < 3; channel++) {
            for (int level = 0; level < 256; level++) {
                NORMALISED[channel][level] = (level / 255f - MEAN[channel]) / DEVIATION[channel];
            }
        }
    }

    private ImageNetColours() { }

    /** @return the level from 0 to 255 that a normalised number of a channel stands for: the one it was made of, exactly */
    public static float level(int channel, float normalised) {
        return Math.round((normalised * DEVIATION[channel] + MEAN[channel]) * 255);
    }
}
