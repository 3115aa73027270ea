package facet.report.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.eval.TripletDistances;
import facet.paper.PaperNumbers;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;

class DistanceChartTest {

    @Test
    void distancesAreDrawn() {
        List<TripletDistances> distances = List.of(new TripletDistances("a", "ordinary", 1, 2), new TripletDistances("b", "twinlike", 2, Double.NaN));
        assertEquals(Figure.WIDTH, DistanceChart.of("Distances").triplets(distances).margin(1).image().getWidth());
        assertEquals(Figure.WIDTH, DistanceChart.of("None").image().getWidth());
    }

    @Test
    void theMarginIsThePapersWhereNoneIsSet() {
        List<TripletDistances> distances = List.of(new TripletDistances("a", "ordinary", 1, 2));
        BufferedImage unset = DistanceChart.of("").triplets(distances).image();
        assertFalse(ChartImages.differ(unset, DistanceChart.of("").triplets(distances).margin(PaperNumbers.MARGIN).image()));
        assertTrue(ChartImages.differ(unset, DistanceChart.of("").triplets(distances).margin(0.5).image()));
    }
}
