package facet.align;

import facet.align.Face.Landmark;
import java.util.List;

/**
 * A similarity transform of the plane: (x, y) to (a·x - b·y + dx, b·x + a·y + dy), a turn, a scale and a shift.
 *
 * @param a scale times the cosine of the angle
 * @param b scale times the sine of the angle
 * @param dx shift to the right
 * @param dy shift down
 */
record Similarity(double a, double b, double dx, double dy) {

    /**
     * Fits by least squares: with places as complex numbers, centred, a + ib = Σ to·conj(from) / Σ |from|² (Umeyama 1991; without a mirror image).
     *
     * @throws IllegalArgumentException where all of the first places are one
     */
    static Similarity fit(List<Landmark> from, List<Landmark> to) {
        Landmark f = mean(from);
        Landmark t = rounded(mean(to));
        double real = 0;
        double imaginary = 0;
        double norm = 0;
        for (int i = 0; i < from.size(); i++) {
            double fx = from.get(i).x() - f.x();
            double fy = from.get(i).y() - f.y();
            double tx = to.get(i).x() - t.x();
            double ty = to.get(i).y() - t.y();
            real += fx * tx + fy * ty;
            imaginary += fx * ty - fy * tx;
            norm += fx * fx + fy * fy;
        }
        if (norm == 0) {
            throw new IllegalArgumentException("The landmarks lie in one place.");
        }
        double a = real / norm;
        double b = imaginary / norm;
        return new Similarity(a, b, t.x() - a * f.x() + b * f.y(), t.y() - b * f.x() - a * f.y());
    }

    private static Landmark mean(List<Landmark> places) {
        return new Landmark(places.stream().mapToDouble(Landmark::x).average().orElseThrow(), places.stream().mapToDouble(Landmark::y).average().orElseThrow());
    }

    /** OpenCV has the template's mean with four decimals: another fifth one moves a pixel's place by 1/32, the step of its table of weights. */
    private static Landmark rounded(Landmark mean) {
        return new Landmark(Math.rint(mean.x() * 1e4) / 1e4, Math.rint(mean.y() * 1e4) / 1e4);
    }

    Landmark apply(Landmark place) {
        return new Landmark(a * place.x() - b * place.y() + dx, b * place.x() + a * place.y() + dy);
    }

    /** @return how many times larger things become */
    double scale() {
        return Math.hypot(a, b);
    }

    /** @return the same from an image that was resized by a factor before: the middle of its pixel x lies at (x + 1/2) / factor - 1/2 */
    Similarity after(double factor) {
        double shift = 0.5 / factor - 0.5;
        return new Similarity(a / factor, b / factor, dx + shift * (a - b), dy + shift * (b + a));
    }
}
