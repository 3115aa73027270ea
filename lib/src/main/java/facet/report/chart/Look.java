package facet.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.List;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * How one series is drawn: its colour of the {@link Palette}, its marker and its line. All three differ between series, so that a grey print reads too. A network has
 * one look in every chart: {@link Looks}.
 *
 * @param color of line and marker
 * @param marker at each value
 * @param line between the values
 */
record Look(Color color, Marker marker, BasicStroke line) {

    private static final List<Marker> MARKERS = List.of(SeriesMarkers.CIRCLE, SeriesMarkers.SQUARE, SeriesMarkers.TRIANGLE_UP,
            SeriesMarkers.DIAMOND, SeriesMarkers.TRIANGLE_DOWN, SeriesMarkers.CROSS, SeriesMarkers.TRAPEZOID, SeriesMarkers.PLUS);
    private static final List<float[]> DASHES = List.of(new float[0], new float[] {8, 4}, new float[] {2, 4}, new float[] {10, 4, 2, 4},
            new float[] {16, 5}, new float[] {10, 3, 2, 3, 2, 3}, // of networks, behind them those of settings
            new float[] {12, 3}, new float[] {4, 2}, new float[] {20, 3, 3, 3}, new float[] {6, 2, 2, 2}, new float[] {3, 6});

    /** @return the look of a series by two numbers from 0: the first chooses colour and marker, the second the line's dashes */
    static Look of(int hue, int dash) {
        return of(hue, dash, hue);
    }

    /** @return the look of a series by three numbers from 0, of its colour, its dashes and its marker */
    static Look of(int hue, int dash, int marker) {
        return new Look(Palette.LINES.get(hue % Palette.LINES.size()), MARKERS.get(marker % MARKERS.size()), stroke(2, DASHES.get(dash % DASHES.size())));
    }

    /** @return the look of a line that is no network, by a number from 0: no network has its dashes, nor, as long as there are enough, its colour */
    static Look setting(int number) {
        int hue = number % (Palette.SETTINGS.size() + Palette.LINES.size());
        int left = hue - Palette.SETTINGS.size();
        return new Look(left < 0 ? Palette.SETTINGS.get(hue) : Palette.LINES.get(left), MARKERS.get(settingMarker(number)), stroke(2, DASHES.get(settingDash(number))));
    }

    /** @return the marker of a setting's line, as a number for {@link #of(int, int, int)} */
    static int settingMarker(int number) {
        return (number + 3) % MARKERS.size();
    }

    /** @return the dashes of a setting's line, as a number for {@link #of(int, int)} */
    static int settingDash(int number) {
        int own = Palette.SETTINGS.size();
        return DASHES.size() - own + number % own;
    }

    /** @return the look of a line that only guides the eye */
    static Look guide(float... dash) {
        return new Look(Palette.FAINT, SeriesMarkers.NONE, stroke(1.4f, dash));
    }

    /** @return this look without a line between its values */
    Look points() {
        return new Look(color, marker, null);
    }

    /** @return this look without markers, for curves of many values */
    Look plain() {
        return new Look(color, SeriesMarkers.NONE, line);
    }

    /** @return this look with other dashes, by a number from 0 */
    Look dashed(int dash) {
        return new Look(color, marker, stroke(2, DASHES.get(dash % DASHES.size())));
    }

    /** @return this look without lines in a colour that is hardly seen, for what lies behind a line */
    Look behind() {
        return new Look(new Color(color.getRed(), color.getGreen(), color.getBlue(), 60), marker, null);
    }

    /** @return this look in a colour that lets what lies beneath shine through, for clouds of points */
    Look clear() {
        return new Look(new Color(color.getRed(), color.getGreen(), color.getBlue(), 170), marker, line);
    }

    private static BasicStroke stroke(float width, float[] dash) {
        return dash.length == 0
                ? new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
                : new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dash, 0);
    }
}
