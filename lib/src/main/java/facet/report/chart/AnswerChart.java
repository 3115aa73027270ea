package facet.report.chart;

import facet.eval.quiz.PublishedAccuracy;
import facet.eval.quiz.QuizScore;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The accuracies of people and networks on one quiz with their 95 % intervals; beside them what people reached in published studies, on other pairs. */
public final class AnswerChart implements Drawable {

    private static final List<Marker> OTHERS = List.of(SeriesMarkers.DIAMOND, SeriesMarkers.TRIANGLE_UP, SeriesMarkers.SQUARE);
    private static final int HEIGHT = 400;

    private final String title;
    private final List<QuizScore> scores = new ArrayList<>();
    private final List<PublishedAccuracy> published = new ArrayList<>();

    private AnswerChart(String title) {
        this.title = title;
    }

    /** @return a chart without scores */
    public static AnswerChart of(String title) {
        return new AnswerChart(title);
    }

    /** Adds scores, from left to right. */
    public AnswerChart scores(List<QuizScore> more) {
        scores.addAll(more);
        return this;
    }

    /** Adds published accuracies, right of the scores. */
    public AnswerChart published(List<PublishedAccuracy> more) {
        published.addAll(more);
        return this;
    }

    /** @throws IllegalArgumentException where there is no score to show */
    @Override
    public Figure figure() {
        if (scores.isEmpty()) {
            throw new IllegalArgumentException("There is no score to show: nobody answered the quiz.");
        }
        int places = scores.size() + published.size();
        XyPlot plot = new XyPlot(title, "", "accuracy (share of pairs)", -0.5, places - 0.5, -0.02, 1.02);
        plot.names(Stream.concat(scores.stream().map(QuizScore::who), published.stream().map(each -> "people (" + (published.indexOf(each) + 1) + ")")).toList());
        plot.add(Reference.CHANCE);
        Legend legend = new Legend();
        Look look = Look.of(0, 0);
        for (int i = 0; i < scores.size(); i++) {
            plot.add(scores.get(i).who(), i, scores.get(i).accuracy(), scores.get(i).interval(), look);
        }
        legend.add("these pairs, 95 % interval", look);
        for (int i = 0; i < published.size(); i++) {
            Look other = new Look(Palette.INK, OTHERS.get(i % OTHERS.size()), null);
            plot.add("people (" + (i + 1) + ")", new double[] {scores.size() + i}, new double[] {published.get(i).accuracy()}, other);
            legend.add("(" + (i + 1) + ") other pairs: " + published.get(i).task(), other);
        }
        return new Figure(plot, legend).size(Figure.WIDTH, HEIGHT);
    }
}
