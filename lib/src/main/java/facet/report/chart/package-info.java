/**
 * Charts, galleries and the diagram of the network. Each is used alike: a static method with the title or the thing to draw, settings by name, and
 * {@code figure()} at the end, as in {@code EpochChart.loss("Figure 3").runs(runs).sets("validation").figure()}. A {@code Figure} is shown in a notebook, saved for a
 * paper and read aloud; {@code image()} gives its pixels. The colours are in {@code Palette}.
 * It draws what the packages below have decided.
 */
package facet.report.chart;
