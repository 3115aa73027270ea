package facet.report.chart;

import facet.data.Triplet;
import facet.eval.TripletDistances;
import java.awt.Graphics2D;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Triplets as images: anchor, positive, negative, and their distances by an embedder. */
public final class Gallery implements Drawable {

    private static final int HEAD = 26;

    private final List<Triplet> triplets;
    private final Map<String, TripletDistances> distances = new HashMap<>();
    private List<String> heads = List.of("anchor", "positive", "negative");
    private int columns = 2;
    private int face = 128;

    private Gallery(List<Triplet> triplets) {
        this.triplets = triplets;
    }

    /** @return a gallery of these triplets, without distances */
    public static Gallery of(List<Triplet> triplets) {
        return new Gallery(List.copyOf(triplets));
    }

    /** Adds distances, found by the triplets' names; a triplet without one is shown without. */
    public Gallery distances(List<TripletDistances> measured) {
        measured.forEach(triplet -> distances.put(triplet.name(), triplet));
        return this;
    }

    /** Sets the words above the three images of a triplet; anchor, positive and negative without it. */
    public Gallery heads(String... words) {
        heads = List.of(words);
        return this;
    }

    /** Sets how many triplets stand side by side; 2 without it. */
    public Gallery columns(int columns) {
        this.columns = columns;
        return this;
    }

    /** Sets the edge of an image in pixels; 128 without it. */
    public Gallery face(int pixels) {
        this.face = pixels;
        return this;
    }

    /**
     * Draws the gallery. An image that cannot be read is a box that says so.
     *
     * @throws IllegalArgumentException where there are no triplets
     */
    @Override
    public Figure figure() {
        if (triplets.isEmpty()) {
            throw new IllegalArgumentException("There are no triplets to show: the list is empty.");
        }
        int across = Math.min(columns, triplets.size());
        int rows = (triplets.size() + across - 1) / across;
        int width = 3 * face + 2 * TripletRow.GAP + 24;
        int height = TripletRow.TOP + face + (distances.isEmpty() ? 0 : TripletRow.FOOT) + 14;
        return new Figure(text(), across * width + 8, HEAD + rows * height, true, (graphics, wide, high) -> {
            for (int column = 0; column < across; column++) {
                heads(graphics, 16 + column * width);
            }
            for (int i = 0; i < triplets.size(); i++) {
                Triplet triplet = triplets.get(i);
                TripletRow row = new TripletRow(triplet, Optional.ofNullable(distances.get(triplet.name())), face);
                row.paint(graphics, 16 + i % across * width, HEAD + i / across * height);
            }
        });
    }

    private String text() {
        String what = "Photographs of " + triplets.size() + (triplets.size() == 1 ? " triplet (" : " triplets (") + String.join(", ", heads) + "): ";
        return triplets.stream().map(triplet -> triplet.name() + (triplet.kind().isEmpty() ? "" : ", " + triplet.kind()) + measured(triplet))
                .collect(Collectors.joining("; ", what, "."));
    }

    private String measured(Triplet triplet) {
        TripletDistances found = distances.get(triplet.name());
        return found == null ? ""
                : String.format(Locale.ROOT, ", d(A,P) %.2f, d(A,N) %.2f, %s", found.anchorPositive(), found.anchorNegative(), found.correct() ? "correct" : "wrong");
    }

    private void heads(Graphics2D graphics, int x) {
        graphics.setFont(Lettering.TITLE.deriveFont(13f));
        for (int i = 0; i < heads.size(); i++) {
            graphics.drawString(heads.get(i), x + i * (face + TripletRow.GAP), 20);
        }
    }
}
