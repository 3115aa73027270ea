package facet.report.chart;

import ai.djl.ndarray.types.Shape;
import facet.model.FaceEmbedder;
import facet.model.net.Level;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Locale;

/** The paper's Figure 1 from a real network: the maps' shapes, and in colour what the embedding is computed from. */
public final class NetworkDiagram {

    private static final int WIDTH = 860;
    private static final int ROW = 84;
    private static final int TOP = 60;
    private static final int BOX_WIDTH = 190;
    private static final int BOX_HEIGHT = 46;
    private static final int BACKBONE_X = 40;
    private static final int PYRAMID_X = 360;
    private static final int OUTPUT_X = 650;
    private static final String[] STAGES = {"7x7, pool, 3 blocks", "4 blocks, stride 2", "6 blocks, stride 2", "3 blocks, stride 2"};
    private static final Color USED = new Color(0x0072B2);
    private static final Color UNUSED = new Color(0xAAAAAA);

    private final Graphics2D g;
    private final FaceEmbedder model;
    private final int target; // 0 is P2, 3 is P5, -1 without a pyramid

    private NetworkDiagram(Graphics2D g, FaceEmbedder model) {
        this.g = g;
        this.model = model;
        target = model.level() == Level.NONE ? -1 : model.level().ordinal() - Level.P2.ordinal();
    }

    /** @return the picture for images of size x size pixels */
    public static BufferedImage of(FaceEmbedder model, int size) {
        BufferedImage picture = new BufferedImage(WIDTH, TOP + 5 * ROW, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = picture.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, picture.getWidth(), picture.getHeight());
        new NetworkDiagram(g, model).draw(size);
        g.dispose();
        return picture;
    }

    private void draw(int size) {
        Shape[] maps = model.resnet().getOutputShapes(new Shape[] {new Shape(1, 3, size, size)});
        heading("ResNet-50", BACKBONE_X);
        box(BACKBONE_X, y(-1), "image", "3 x " + size + " x " + size, true);
        for (int i = 0; i < 4; i++) {
            box(BACKBONE_X, y(i), "C" + (i + 2), shape(maps[i]), true);
            arrow(BACKBONE_X + BOX_WIDTH / 2, y(i - 1), BACKBONE_X + BOX_WIDTH / 2, y(i) + BOX_HEIGHT, STAGES[i], true);
        }
        if (target >= 0) {
            heading("feature pyramid", PYRAMID_X);
            for (int i = 0; i < 4; i++) {
                boolean used = i >= target;
                box(PYRAMID_X, y(i), "M" + (i + 2), "256 x " + maps[i].get(2) + " x " + maps[i].get(3), used);
                arrow(BACKBONE_X + BOX_WIDTH, y(i) + BOX_HEIGHT / 2, PYRAMID_X, y(i) + BOX_HEIGHT / 2, "1x1", used);
                if (i < 3) {
                    arrow(PYRAMID_X + BOX_WIDTH / 2, y(i + 1) + BOX_HEIGHT, PYRAMID_X + BOX_WIDTH / 2, y(i), "upsample, add", used);
                }
            }
        }
        int from = target >= 0 ? target : 3;
        heading("embedding", OUTPUT_X);
        box(OUTPUT_X, y(from), model.pooling().name().toLowerCase(Locale.ROOT), model.embeddingSize(size) + " numbers", true);
        int left = (target >= 0 ? PYRAMID_X : BACKBONE_X) + BOX_WIDTH;
        arrow(left, y(from) + BOX_HEIGHT / 2, OUTPUT_X, y(from) + BOX_HEIGHT / 2, target >= 0 ? "3x3: " + model.level() + ", pool" : "pool", true);
    }

    private static int y(int level) {
        return TOP + (3 - level) * ROW;
    }

    private static String shape(Shape map) {
        return map.get(1) + " x " + map.get(2) + " x " + map.get(3);
    }

    private void heading(String text, int x) {
        g.setColor(Color.DARK_GRAY);
        g.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 16));
        centre(text, x + BOX_WIDTH / 2, 32);
    }

    private void box(int x, int y, String name, String shape, boolean used) {
        g.setStroke(new BasicStroke(2));
        g.setColor(used ? USED : UNUSED);
        g.drawRoundRect(x, y, BOX_WIDTH, BOX_HEIGHT, 10, 10);
        g.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 14));
        centre(name, x + BOX_WIDTH / 2, y + 19);
        g.setColor(used ? Color.DARK_GRAY : UNUSED);
        g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 14));
        centre(shape, x + BOX_WIDTH / 2, y + 38);
    }

    private void arrow(int x1, int y1, int x2, int y2, String label, boolean used) {
        g.setColor(used ? Color.DARK_GRAY : UNUSED);
        g.setStroke(new BasicStroke(1.5f));
        g.drawLine(x1, y1, x2, y2);
        double angle = Math.atan2(y2 - y1, x2 - x1);
        for (double side : new double[] {2.6, -2.6}) {
            g.drawLine(x2, y2, (int) Math.round(x2 + 9 * Math.cos(angle + side)), (int) Math.round(y2 + 9 * Math.sin(angle + side)));
        }
        g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
        if (x1 == x2) {
            g.drawString(label, x1 + 8, (y1 + y2) / 2 + 5);
        } else {
            centre(label, (x1 + x2) / 2, y1 - 6);
        }
    }

    private void centre(String text, int x, int y) {
        g.drawString(text, x - g.getFontMetrics().stringWidth(text) / 2, y);
    }
}
