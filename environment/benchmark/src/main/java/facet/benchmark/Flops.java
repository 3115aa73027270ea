package facet.benchmark;

import facet.benchmark.Contender.Head;
import java.util.Map;

/**
 * Floating point operations of a training step's matrix products and convolutions, counted from the weights' shapes: two for each
 * multiplication and addition of the way forward, and as many again for each of the two gradients, with respect to weights and to input.
 * Normalisations, activations and the loss are left out: they are less than a hundredth.
 */
final class Flops {

    private static final int CHANNELS = 256; // of every level
    private static final int TAPS = 9; // of its 3x3 convolution

    private final Map<String, long[]> shapes;
    private final int[] sides; // of the maps C2..C5

    private Flops(Map<String, long[]> shapes, int size) {
        this.shapes = shapes;
        sides = new int[4];
        int side = half(half(size));
        for (int level = 0; level < sides.length; level++) {
            sides[level] = side;
            side = half(side);
        }
    }

    /** The operations of a step on so many images of size x size pixels; shapes by torchvision's names, of a ResNet-50 with v1 strides. */
    static double step(Map<String, long[]> shapes, int size, int images, Head head) {
        Flops flops = new Flops(shapes, size);
        double products = flops.backbone(half(size));
        products += switch (head) {
            case ALL_LEVELS -> flops.laterals() + flops.outputs();
            case ONE_LEVEL -> flops.laterals() + 3 * flops.output(0);
            case POOLED_FIRST -> flops.pooledFirst();
        };
        return 2 * products * images;
    }

    /** With v1 strides every convolution of a stage, and its shortcut's, writes a map of the stage's size. */
    private double backbone(int stem) {
        double products = 2 * products("body.conv1.weight", stem); // images need no gradient
        for (String name : shapes.keySet()) {
            if (name.startsWith("body.layer") && shapes.get(name).length == 4) {
                int stage = name.charAt("body.layer".length()) - '1';
                products += 3 * products(name, sides[stage]);
            }
        }
        return products;
    }

    private double laterals() {
        double products = 0;
        for (int level = 0; level < sides.length; level++) {
            products += 3 * products("fpn.inner_blocks." + level + ".0.weight", sides[level]);
        }
        return products;
    }

    /** P3, P4 and P5 are convolved and thrown away: no gradient comes back through them. */
    private double outputs() {
        return 3 * output(0) + output(1) + output(2) + output(3);
    }

    private double output(int level) {
        return products("fpn.layer_blocks." + level + ".0.weight", sides[level]);
    }

    /** Window sums of each map, whose windows need no gradient; then matrices on nine sums an image. */
    private double pooledFirst() {
        double products = 3.0 * TAPS * CHANNELS * CHANNELS;
        for (int level = 0; level < sides.length; level++) {
            double channels = shapes.get("fpn.inner_blocks." + level + ".0.weight")[1];
            products += 2 * TAPS * channels * sides[level] * sides[level] + 3 * TAPS * channels * CHANNELS;
        }
        return products;
    }

    private double products(String weight, int side) {
        double products = (double) side * side;
        for (long axis : shapes.get(weight)) {
            products *= axis;
        }
        return products;
    }

    /** A stride of 2 with the padding that keeps the middle, as all here have. */
    private static int half(int side) {
        return (side + 1) / 2;
    }
}
