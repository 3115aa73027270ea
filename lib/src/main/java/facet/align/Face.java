package facet.align;

import java.util.List;

/**
 * A face on an image, in pixels of the upright image; parts of it may lie beyond the edge.
 *
 * @param x left edge of its box
 * @param y upper edge of its box
 * @param width of its box
 * @param height of its box
 * @param landmarks right eye, left eye, nose, right and left corner of the mouth, right and left being the person's
 * @param score the detector's, from 0 to 1
 */
public record Face(double x, double y, double width, double height, List<Landmark> landmarks, double score) {

    /** How many landmarks a face has. */
    public static final int LANDMARKS = 5;

    /** A place on an image, in pixels. */
    public record Landmark(double x, double y) { }

    public Face {
        landmarks = List.copyOf(landmarks);
        if (landmarks.size() != LANDMARKS) {
            throw new IllegalArgumentException("A face has " + LANDMARKS + " landmarks, not " + landmarks.size() + ".");
        }
    }

    /** @return the square of the distance from the box's middle to a place */
    double squaredDistance(double toX, double toY) {
        double dx = x + width / 2 - toX;
        double dy = y + height / 2 - toY;
        return dx * dx + dy * dy;
    }

    /** Tells whether a part of its box lies beyond the edge of an image of that size. */
    boolean isCut(int imageWidth, int imageHeight) {
        return x < 0 || y < 0 || x + width > imageWidth || y + height > imageHeight;
    }
}
