package facet.data.image;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Arrays;

/**
 * Resizes as PIL's {@code Image.resize(..., BILINEAR)} does: a triangle as wide as the reduction, first across, then down. Java's own
 * bilinear looks at four pixels whatever the reduction, and aliases. So the code is our own: torchvision's numbers are those of PIL's pixels.
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

    /** @return size x size pixels of an image of type 3BYTE_BGR, without a crop: bytes R, G, B, row by row */
    static byte[] square(BufferedImage image, int size) {
        byte[] bgr = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        return new Resize(image.getHeight(), size).columns(bgr, image.getWidth(), new Resize(image.getWidth(), size));
    }

    /**
     * Resizes down, and each row across when it is wanted: of the rows that were resized across, only those stay that the next row of
     * the result needs, so that a tall image takes little memory.
     *
     * @return [size, size, RGB] bytes, rounded once
     */
    private byte[] columns(byte[] bgr, int width, Resize across) {
        int row = size * 3;
        byte[] out = new byte[size * row];
        float[] sum = new float[row];
        float[][] rows = new float[Arrays.stream(weights).mapToInt(w -> w.length).max().orElseThrow()][row]; // row j at j modulo their number
        int next = 0;
        for (int y = 0; y < size; y++) {
            Arrays.fill(sum, 0);
            for (int j = 0; j < weights[y].length; j++) {
                int from = start[y] + j;
                for (; next <= from; next++) {
                    across.row(bgr, next * width * 3, rows[next % rows.length]);
                }
                float weight = weights[y][j];
                float[] resized = rows[from % rows.length];
                for (int x = 0; x < row; x++) {
                    sum[x] += weight * resized[x];
                }
            }
            for (int x = 0; x < row; x++) {
                out[y * row + x] = (byte) Math.min(255, Math.max(0, (int) (sum[x] + 0.5f)));
            }
        }
        return out;
    }

    /** Resizes a row across: [width, BGR] bytes from a place on to [size, RGB] floats. */
    private void row(byte[] bgr, int first, float[] out) {
        int at = 0;
        for (int x = 0; x < size; x++) {
            float r = 0;
            float g = 0;
            float b = 0;
            int from = first + start[x] * 3;
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
}
