package facet.report.progress;

import facet.report.Html;
import java.util.Locale;

/** The notebook's progress line as HTML: a small bar with a border in the theme's own text colour, so that it shows on light and dark. */
final class ProgressHtml {

    // The notebook runner finds the line by its class, and shows it in the terminal.
    private static final String LINE = "<div class=\"facet-progress\" style=\"font-variant-numeric:tabular-nums;white-space:nowrap;overflow:hidden;text-overflow:ellipsis\">";

    private ProgressHtml() { }

    static String of(ProgressTrack.Moment moment) {
        String bar = moment.over() ? ": " : bar(moment.total() <= 0 ? 0 : 100.0 * Math.min(moment.done(), moment.total()) / moment.total());
        return LINE + "<b>" + Html.escape(moment.task()) + "</b>" + bar + Html.escape(moment.text()) + "</div>";
    }

    private static String bar(double percent) {
        return "<span style=\"display:inline-block;box-sizing:border-box;width:120px;height:0.75em;border:1px solid currentColor;border-radius:2px;margin:0 8px\">"
                + "<span style=\"display:block;height:100%;background:#0072B2;width:" + String.format(Locale.ROOT, "%.1f", percent) + "%\"></span></span>";
    }
}
