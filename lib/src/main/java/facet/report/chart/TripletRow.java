package facet.report.chart;

import facet.data.Triplet;
import facet.eval.TripletDistances;
import java.awt.Graphics2D;
import java.util.Locale;
import java.util.Optional;

/**
 * One triplet of a gallery: its name, its three images and, where they were measured, its distances.
 *
 * @param triplet its files
 * @param measured its distances
 * @param face the edge of an image in pixels
 */
record TripletRow(Triplet triplet, Optional<TripletDistances> measured, int face) {

    /** Pixels between two images. */
    static final int GAP = 8;
    /** Pixels above the images, for the name. */
    static final int TOP = 30;
    /** Pixels below the images, for the distances. */
    static final int FOOT = 24;

    /** Draws it with its upper left corner at x, y. */
    void paint(Graphics2D graphics, int x, int y) {
        graphics.setFont(Lettering.TEXT);
        graphics.setColor(Palette.FAINT);
        String name = triplet.kind().isEmpty() ? triplet.name() : triplet.name() + ", " + triplet.kind();
        graphics.drawString(Lettering.cut(Lettering.TEXT, name, 2 * face), x, y + 20);
        int top = y + TOP - 2;
        int second = x + face + GAP;
        int third = second + face + GAP;
        FaceImage.paint(graphics, triplet.anchor(), x, top, face);
        FaceImage.paint(graphics, triplet.positive(), second, top, face);
        FaceImage.paint(graphics, triplet.negative(), third, top, face);
        measured.ifPresent(distances -> {
            int baseline = top + face + 18;
            graphics.setColor(Palette.INK);
            graphics.drawString("d(A,P) " + two(distances.anchorPositive()), second, baseline);
            graphics.drawString("d(A,N) " + two(distances.anchorNegative()), third, baseline);
            CorrectMark.paint(graphics, distances.correct(), x, baseline);
        });
    }

    private static String two(double distance) {
        return String.format(Locale.ROOT, "%.2f", distance);
    }
}
