package facet.report.chart;

import facet.align.AlignedImages.Aligned;
import facet.align.Face;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A contact sheet of aligned images: each image with the boxes of its faces and the landmarks of the one that was taken, beside it what was cut out. */
public final class AlignmentSheet {

    /** The most images of a sheet. */
    public static final int MOST = 200;

    private static final int EDGE = 120;
    private static final int GAP = 8;
    private static final int TEXT = 16;
    private static final int COLUMNS = 4;
    private static final int CELL = 2 * EDGE + 2 * GAP;
    private static final int ROW = EDGE + TEXT + GAP;

    private AlignmentSheet() { }

    /**
     * Draws the sheet.
     *
     * @param names below the images, as many
     * @throws IllegalArgumentException where there is no image, or more than {@link #MOST}
     */
    public static Figure of(List<Aligned> images, List<String> names) {
        if (images.isEmpty() || images.size() > MOST || images.size() != names.size()) {
            throw new IllegalArgumentException("1 to " + MOST + " images, each with a name");
        }
        int rows = (images.size() + COLUMNS - 1) / COLUMNS;
        return new Figure(text(images, names), Math.min(COLUMNS, images.size()) * CELL + GAP, rows * ROW + GAP, true, (g, width, height) -> {
            for (int i = 0; i < images.size(); i++) {
                paint(g, images.get(i), names.get(i), GAP + i % COLUMNS * CELL, GAP + i / COLUMNS * ROW);
            }
        });
    }

    private static String text(List<Aligned> images, List<String> names) {
        return IntStream.range(0, images.size()).mapToObj(i -> names.get(i) + ": " + (images.get(i).found().taken().isPresent() ? "face found" : "no face found"))
                .collect(Collectors.joining("; ", "Contact sheet of " + images.size() + " images. ", "."));
    }

    private static void paint(Graphics2D g, Aligned image, String name, int x, int y) {
        FaceImage.paint(g, image.image(), x, y, EDGE);
        image.found().taken().ifPresentOrElse(taken -> {
            FaceImage.paint(g, image.crop(), x + EDGE + 2, y, EDGE);
            double scale = (double) EDGE / Math.max(image.found().width(), image.found().height());
            double left = x + (EDGE - image.found().width() * scale) / 2;
            double top = y + (EDGE - image.found().height() * scale) / 2;
            Graphics2D inside = (Graphics2D) g.create(x, y, EDGE, EDGE);
            inside.translate(left - x, top - y);
            image.found().faces().forEach(face -> box(inside, face, scale, face == taken));
            inside.dispose();
        }, () -> g.drawString("no face found", x + EDGE + 2 + GAP, y + EDGE / 2));
        g.drawString(Lettering.cut(g.getFont(), name, CELL - GAP), x, y + EDGE + TEXT - 3);
    }

    private static void box(Graphics2D g, Face face, double scale, boolean taken) {
        g.setColor(taken ? Palette.LINES.get(1) : Palette.FAINT);
        g.setStroke(taken ? Look.guide().line() : Look.guide(3, 3).line());
        g.draw(new Rectangle2D.Double(face.x() * scale, face.y() * scale, face.width() * scale, face.height() * scale));
        if (taken) {
            face.landmarks().forEach(place -> g.fill(new Ellipse2D.Double(place.x() * scale - 1.5, place.y() * scale - 1.5, 3, 3)));
        }
    }
}
