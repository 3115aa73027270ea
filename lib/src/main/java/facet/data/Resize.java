package facet.data;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Arrays;

/**
 * Resizes as PIL's {@code Image.resize(..., BILINEAR)} does: a triangle as wide as the reduction, first across, then down. Java's own
 * bilinear looks at four pixels whatever the reduction, and aliases.
 */
final class Resize {

    private final int size;
    private final int[] start;
    private final float[][] weights;

    private Resize(int from, int to) {
        size = to;
        start = new int[to];
        weights = new float[to][];
        double scale = (double) from / to;
        double support = Math.max(scale, 1); // half the triangle's base, in pixels of the source
        for (int i = 0; i < to; i++) {
            double centre = (i + 0.5) * scale;
            int low = Math.max(0, (int) (centre - support + 0.5));
            int high = Math.min(from, (int) (centre + support + 0.5));
            weights[i] = new float[high - low];
            start[i] = low;
            double sum = 0;
            for (int j = low; j < high; j++) {
                double weight = Math.max(0, 1 - Math.abs((j + 0.5 - centre) / support));
                weights[i][j - low] = (float) weight;
                sum += weight;
            }
            for (int j = 0; j < weights[i].length; j++) {
                weights[i][j] /= (float) sum;
            }
        }
    }

    /** @return size x size pixels of a picture of type 3BYTE_BGR, without a crop: bytes R, G, B, row by row */
    static byte[] square(BufferedImage image, int size) {
        byte[] bgr = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        float[] across = new Resize(image.getWidth(), size).rows(bgr, image.getWidth(), image.getHeight());
        return new Resize(image.getHeight(), size).columns(across);
    }

    /** [height, width, BGR] bytes to [height, size, RGB] floats. */
    private float[] rows(byte[] bgr, int width, int height) {
        float[] out = new float[height * size * 3];
        int at = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < size; x++) {
                float r = 0;
                float g = 0;
                float b = 0;
                int from = (y * width + start[x]) * 3;
                for (float weight : weights[x]) {
                    b += weight * (bgr[from] & 0xFF);
                    g += weight * (bgr[from + 1] & 0xFF);
                    r += weight * (bgr[from + 2] & 0xFF);
                    from += 3;
                }
                out[at] = r;
                out[at + 1] = g;
                out[at + 2] = b;
                at += 3;
            }
        }
        return out;
    }

    /** [height, size, RGB] floats to [size, size, RGB] bytes, rounded once. */
    private byte[] columns(float[] across) {
        int row = size * 3;
        byte[] out = new byte[size * row];
        float[] sum = new float[row];
        for (int y = 0; y < size; y++) {
            Arrays.fill(sum, 0);
            for (int j = 0; j < weights[y].length; j++) {
                float weight = weights[y][j];
                int from = (start[y] + j) * row;
                for (int x = 0; x < row; x++) {
                    sum[x] += weight * across[from + x];
                }
            }
            for (int x = 0; x < row; x++) {
                out[y * row + x] = (byte) Math.min(255, Math.max(0, (int) (sum[x] + 0.5f)));
            }
        }
        return out;
    }
}
