package facet.report.chart;

import java.util.Locale;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler.ChartTheme;
import org.knowm.xchart.style.XYStyler;

/** How every plot looks beside its series: white, without a frame, with a faint grid and ticks of equally many decimals. */
final class HouseStyle {

    private HouseStyle() { }

    /** @return an empty XChart of the range left..right by bottom..top, without title and legend */
    static XYChart chart(String xTitle, String yTitle, double left, double right, double bottom, double top) {
        XYChart chart = new XYChartBuilder().theme(ChartTheme.XChart).xAxisTitle(xTitle).yAxisTitle(yTitle).build();
        XYStyler style = chart.getStyler();
        style.setLegendVisible(false).setChartBackgroundColor(Palette.BACKGROUND).setPlotBorderVisible(false).setChartFontColor(Palette.INK);
        style.setPlotContentSize(1).setMarkerSize(XyPlot.MARKER).setChartTitleVisible(false).setChartPadding(8).setLocale(Locale.ROOT);
        style.setPlotGridLinesColor(Palette.GRID).setAxisTickLabelsFont(Lettering.TEXT).setAxisTitleFont(Lettering.TEXT).setAxisTickLabelsColor(Palette.INK);
        style.setAxisTickMarksColor(Palette.FAINT);
        style.setXAxisMin(left).setXAxisMax(right).setYAxisMin(bottom).setYAxisMax(top);
        style.setXAxisDecimalPattern(decimals(right - left)).setYAxisDecimalPattern(decimals(top - bottom));
        style.setXAxisTickMarkSpacingHint(56).setYAxisTickMarkSpacingHint(44);
        style.setAnnotationTextFont(Lettering.TEXT).setAnnotationTextFontColor(Palette.INK);
        return chart;
    }

    /** As many decimals as some seven ticks over the span need, and the same for each. */
    private static String decimals(double span) {
        return span >= 0.55 ? "0.0" : span >= 0.055 ? "0.00" : "0.000";
    }
}
