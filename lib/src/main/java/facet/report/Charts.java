package facet.report;

import facet.eval.TripletAccuracy;
import facet.train.GroupDistance;
import facet.train.History;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;

/** The charts of the notebooks, a call each; {@link EpochChart} and {@link Panels} take more settings. */
public final class Charts {

    private Charts() { }

    /** @return mean loss by epoch, a line for each run (name to history) and set */
    public static BufferedImage loss(String title, Map<String, History> runs, String... sets) {
        EpochChart chart = EpochChart.loss(title).sets(sets);
        runs.forEach(chart::run);
        return chart.image();
    }

    /** @return accuracy by epoch, a line for each run (name to history) and set */
    public static BufferedImage accuracy(String title, Map<String, History> runs, String... sets) {
        EpochChart chart = EpochChart.accuracy(title).sets(sets);
        runs.forEach(chart::run);
        return chart.image();
    }
}
