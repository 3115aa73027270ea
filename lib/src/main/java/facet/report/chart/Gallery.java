package facet.report.chart;

import facet.data.Triplet;
import facet.eval.TripletDistances;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Groups as pictures: anchor, positive, negative, and what an embedder says of their distances. */
public final class Gallery {

    private static final int GAP = 8;
    private static final int HEAD = 26;
    private static final int TOP = 30;
    private static final int FOOT = 24;

    private final List<Triplet> triplets;
    private final Map<String, TripletDistances> distances = new HashMap<>();
    private List<String> heads = List.of("anchor", "positive", "negative");
    private int columns = 2;
    private int face = 128;

    private Gallery(List<Triplet> triplets) {
        this.triplets = triplets;
    }

    /** @return a gallery of these groups, without distances */
    public static Gallery of(List<Triplet> triplets) {
        return new Gallery(List.copyOf(triplets));
    }

    /** Adds distances, found by the groups' names; a group without one is shown without. */
    public Gallery distances(List<TripletDistances> measured) {
        measured.forEach(group -> distances.put(group.triplet(), group));
        return this;
    }

    /** Sets the words above the three pictures of a group; anchor, positive and negative without it. */
    Gallery heads(String... words) {
        heads = List.of(words);
        return this;
    }

    /** Sets how many groups stand side by side; 2 without it. */
    public Gallery columns(int columns) {
        this.columns = columns;
        return this;
    }

    /** Sets the edge of a picture in pixels; 128 without it. */
    public Gallery face(int pixels) {
        this.face = pixels;
        return this;
    }

    /**
     * Draws the gallery. A picture that cannot be read is a box that says so.
     *
     * @throws IllegalArgumentException where there are no groups
     */
    public BufferedImage image() {
        if (triplets.isEmpty()) {
            throw new IllegalArgumentException("There are no groups to show: the list is empty.");
        }
        int across = Math.min(columns, triplets.size());
        int rows = (triplets.size() + across - 1) / across;
        int width = 3 * face + 2 * GAP + 24;
        int height = TOP + face + (distances.isEmpty() ? 0 : FOOT) + 14;
        return Picture.of(across * width + 8, HEAD + rows * height, graphics -> {
            for (int column = 0; column < across; column++) {
                heads(graphics, 16 + column * width);
            }
            for (int i = 0; i < triplets.size(); i++) {
                group(graphics, triplets.get(i), 16 + i % across * width, HEAD + i / across * height);
            }
        });
    }

    private void heads(Graphics2D graphics, int x) {
        graphics.setFont(Picture.TITLE.deriveFont(13f));
        for (int i = 0; i < heads.size(); i++) {
            graphics.drawString(heads.get(i), x + i * (face + GAP), 20);
        }
    }

    private void group(Graphics2D graphics, Triplet triplet, int x, int y) {
        graphics.setFont(Picture.TEXT);
        graphics.setColor(Look.FAINT);
        graphics.drawString(Picture.cut(Picture.TEXT, triplet.kind().isEmpty() ? triplet.group() : triplet.group() + ", " + triplet.kind(), 2 * face), x, y + 20);
        int top = y + TOP - 2;
        Face.paint(graphics, triplet.anchor(), x, top, face);
        Face.paint(graphics, triplet.positive(), x + face + GAP, top, face);
        Face.paint(graphics, triplet.negative(), x + 2 * (face + GAP), top, face);
        TripletDistances measured = distances.get(triplet.group());
        if (measured != null) {
            int baseline = top + face + 18;
            graphics.setColor(Look.INK);
            graphics.drawString("d(A,P) " + two(measured.anchorPositive()), x + face + GAP, baseline);
            graphics.drawString("d(A,N) " + two(measured.anchorNegative()), x + 2 * (face + GAP), baseline);
            CorrectMark.paint(graphics, measured.correct(), x, baseline);
        }
    }

    private static String two(double distance) {
        return String.format(Locale.ROOT, "%.2f", distance);
    }
}
