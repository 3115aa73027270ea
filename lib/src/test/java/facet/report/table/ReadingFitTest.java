package facet.report.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import facet.eval.reading.Outcomes;
import facet.eval.reading.Quantity;
import facet.eval.reading.Reading;
import facet.eval.reading.StatedNumber;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

class ReadingFitTest {

    @Test
    void eachNumberStandsBesideWhatAReadingExpects() {
        Reading near = Outcomes.reading("P5, flattened", new double[] {1.8, 2.1, 1.9}, new double[] {0.76, 0.72, 0.75});
        Reading lost = new Reading("pool, flattened", Map.of(0.001, List.of(Outcomes.diverged(1))));
        Table table = ReadingFit.of(List.of(near, lost), List.of(new StatedNumber(0.001, "test", Quantity.LOSS, 1.935, 170, 1), new StatedNumber(0.001, "test", Quantity.ACCURACY, 0.5, 170, 1)));
        assertEquals("all of them: flattened", table.name());
        Row first = table.row(0);
        assertEquals(List.of("P5", "test loss at 0.001", "1.935", "yes"), List.of(first.getString("reading"), first.getString("number"), first.getString("the paper"), first.getString("fits")));
        String[] ends = first.getString("95 % predictive interval").split(" \u2013 ");
        assertEquals(true, Double.parseDouble(ends[0]) < 1.8 && Double.parseDouble(ends[1]) > 2.1, first.toString());
        assertEquals("no", table.row(1).getString("fits"));
        assertEquals(List.of("\u2013", "not measured (1 of 1 diverged)"), List.of(table.row(2).getString("95 % predictive interval"), table.row(2).getString("fits")));
        Reading half = new Reading("half", Map.of(0.001, List.of(Outcomes.diverged(1), Outcomes.seed(2, 1.9, 0.7))));
        StatedNumber loss = new StatedNumber(0.001, "test", Quantity.LOSS, 1.935, 170, 1);
        assertEquals("yes (1 of 2 diverged)", ReadingFit.of(List.of(half), List.of(loss)).row(0).getString("fits"));
        assertEquals("not measured", ReadingFit.of(List.of(half), List.of(new StatedNumber(0.01, "test", Quantity.LOSS, 1.935, 170, 1))).row(0).getString("fits"));
    }
}
