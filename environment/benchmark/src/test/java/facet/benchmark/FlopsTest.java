package facet.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import facet.benchmark.Contender.Head;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Layer by layer as the papers' tables have them, each with the size of its own output. */
class FlopsTest {

    private final Map<String, long[]> shapes = new LinkedHashMap<>();
    private double forward;

    @ParameterizedTest
    @ValueSource(ints = {224, 112, 100})
    void backboneAndHeads(int size) {
        int side = (size + 1) / 2;
        double stem = convolution("body.conv1", 64, 3, 7, side);
        forward = 0;
        side = (side + 1) / 2;
        int[] blocks = {3, 4, 6, 3};
        int[] sides = new int[4];
        int in = 64;
        for (int stage = 0; stage < 4; stage++) {
            side = stage == 0 ? side : (side + 1) / 2;
            sides[stage] = side;
            int width = 64 << stage;
            for (int i = 0; i < blocks[stage]; i++) {
                String name = "body.layer" + (stage + 1) + "." + i;
                forward += convolution(name + ".conv1", width, in, 1, side); // v1: the stride is here
                forward += convolution(name + ".conv2", width, width, 3, side);
                forward += convolution(name + ".conv3", 4 * width, width, 1, side);
                if (i == 0) {
                    forward += convolution(name + ".downsample.0", 4 * width, in, 1, side);
                }
                shapes.put(name + ".bn1.weight", new long[] {width}); // is not counted
                in = 4 * width;
            }
        }
        double lateral = 0;
        double[] output = new double[4];
        double sums = 0;
        double matrices = 9.0 * 256 * 256;
        for (int level = 0; level < 4; level++) {
            lateral += convolution("fpn.inner_blocks." + level + ".0", 256, 256 << level, 1, sides[level]);
            output[level] = convolution("fpn.layer_blocks." + level + ".0", 256, 256, 3, sides[level]);
            sums += 9.0 * sides[level] * sides[level] * (256 << level);
            matrices += 9.0 * (256 << level) * 256;
        }
        double backbone = 2 * stem + 3 * forward;
        double unused = output[1] + output[2] + output[3];
        assertSame(backbone + 3 * lateral + 3 * output[0] + unused, size, Head.ALL_LEVELS);
        assertSame(backbone + 3 * lateral + 3 * output[0], size, Head.ONE_LEVEL);
        assertSame(backbone + 2 * sums + 3 * matrices, size, Head.POOLED_FIRST);
        if (size == 224) {
            assertEquals(3.8e9, stem + forward, 0.1e9); // He et al. 2015, Table 1: 3.8 x 10^9 with the classifier, 0.002 x 10^9
        }
    }

    @Test
    void isInProportionToTheImages() {
        backboneAndHeads(64);
        assertEquals(24 * Flops.step(shapes, 64, 1, Head.POOLED_FIRST), Flops.step(shapes, 64, 24, Head.POOLED_FIRST), 1);
    }

    private void assertSame(double products, int size, Head head) {
        assertEquals(2 * products * 24, Flops.step(shapes, size, 24, head), 1e-9 * products);
    }

    /** A number for each output and each weight that it meets, one by one along the kernel. */
    private double convolution(String name, int out, int in, int kernel, int side) {
        shapes.put(name + ".weight", new long[] {out, in, kernel, kernel});
        double products = 0;
        for (int y = 0; y < side; y++) {
            for (int tap = 0; tap < kernel * kernel; tap++) {
                products += (double) side * out * in;
            }
        }
        return products;
    }
}
