package facet.report.chart;

import ai.djl.ndarray.types.Shape;
import facet.model.FaceEmbedder;
import facet.model.net.Level;
import java.awt.RenderingHints;
import java.util.Locale;

/** The paper's Figure 1 from a real network: the maps' shapes, and in colour what the embedding is computed from. */
public final class NetworkDiagram implements Drawable {

    private static final int WIDTH = 860;
    private static final int ROW = 84;
    private static final int TOP = 60;
    private static final int BACKBONE_X = 40;
    private static final int PYRAMID_X = 360;
    private static final int OUTPUT_X = 650;
    private static final String[] STAGES = {"7x7, pool, 3 blocks", "4 blocks, stride 2", "6 blocks, stride 2", "3 blocks, stride 2"};

    private final FaceEmbedder model;
    private final int size;
    private final int target; // 0 is P2, 3 is P5 and POOL, -1 without a pyramid

    private NetworkDiagram(FaceEmbedder model, int size) {
        this.model = model;
        this.size = size;
        target = model.level() == Level.NONE ? -1 : model.level().map();
    }

    /** @return the diagram of a network that reads images of size x size pixels */
    public static NetworkDiagram of(FaceEmbedder model, int size) {
        return new NetworkDiagram(model, size);
    }

    @Override
    public Figure figure() {
        return new Figure(text(), WIDTH, TOP + 5 * ROW, false, (graphics, width, height) -> {
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_DEFAULT); // boxes on whole pixels
            draw(new DiagramPen(graphics));
        });
    }

    private String text() {
        return "Diagram: an image of " + size + " x " + size + " pixels, ResNet-50's maps C2 to C5, "
                + (target >= 0 ? "the feature pyramid's maps M2 to M5, " + model.level() + ", " : model.hasLinearLayer() ? "a linear layer, " : "")
                + model.pooling().name().toLowerCase(Locale.ROOT) + ", an embedding of " + model.embeddingSize(size) + " dimensions.";
    }

    private void draw(DiagramPen pen) {
        Shape[] maps = model.resnet().getOutputShapes(new Shape[] {new Shape(1, 3, size, size)});
        pen.heading("ResNet-50", BACKBONE_X);
        pen.box(BACKBONE_X, y(-1), "image", "3 x " + size + " x " + size, true);
        for (int i = 0; i < 4; i++) {
            pen.box(BACKBONE_X, y(i), "C" + (i + 2), shape(maps[i]), true);
            pen.arrow(BACKBONE_X + DiagramPen.BOX_WIDTH / 2, y(i - 1), BACKBONE_X + DiagramPen.BOX_WIDTH / 2, y(i) + DiagramPen.BOX_HEIGHT, STAGES[i], true);
        }
        if (target >= 0) {
            pen.heading("feature pyramid", PYRAMID_X);
            for (int i = 0; i < 4; i++) {
                boolean used = i >= target;
                pen.box(PYRAMID_X, y(i), "M" + (i + 2), "256 x " + maps[i].get(2) + " x " + maps[i].get(3), used);
                pen.arrow(BACKBONE_X + DiagramPen.BOX_WIDTH, y(i) + DiagramPen.BOX_HEIGHT / 2, PYRAMID_X, y(i) + DiagramPen.BOX_HEIGHT / 2, "1x1", used);
                if (i < 3) {
                    pen.arrow(PYRAMID_X + DiagramPen.BOX_WIDTH / 2, y(i + 1) + DiagramPen.BOX_HEIGHT, PYRAMID_X + DiagramPen.BOX_WIDTH / 2, y(i), "upsample, add", used);
                }
            }
        }
        int from = target >= 0 ? target : 3;
        pen.heading("embedding", OUTPUT_X);
        pen.box(OUTPUT_X, y(from), model.pooling().name().toLowerCase(Locale.ROOT), model.embeddingSize(size) + " dimensions", true);
        int left = (target >= 0 ? PYRAMID_X : BACKBONE_X) + DiagramPen.BOX_WIDTH;
        pen.arrow(left, y(from) + DiagramPen.BOX_HEIGHT / 2, OUTPUT_X, y(from) + DiagramPen.BOX_HEIGHT / 2, way(), true);
    }

    /** From the last map to the embedding; every second place of a 3x3 convolution is one of stride 2. */
    private String way() {
        return model.hasLinearLayer() ? "linear, pool" : target < 0 ? "pool" : model.level() == Level.POOL ? "3x3 / 2: POOL" : "3x3: " + model.level() + ", pool";
    }

    private static int y(int level) {
        return TOP + (3 - level) * ROW;
    }

    private static String shape(Shape map) {
        return map.get(1) + " x " + map.get(2) + " x " + map.get(3);
    }
}
