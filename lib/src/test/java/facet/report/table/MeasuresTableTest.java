package facet.report.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import facet.eval.Interval;
import facet.eval.verification.MeasureRow;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MeasuresTableTest {

    @Test
    void whatIsRefusedIsADash() {
        List<MeasureRow> rows = List.of(new MeasureRow("auc", Optional.of(0.75), Optional.of(new Interval(0.5, 0.875)), Optional.empty()),
                new MeasureRow("accuracy", Optional.empty(), Optional.empty(), Optional.of("one fold")));
        assertEquals("""
                | measure | value | 95 % interval |
                | --- | ---: | --- |
                | AUC | 0.750 | 0.500 \u2013 0.875 |
                | accuracy | \u2013 | \u2013 |
                """, Markdown.of(MeasuresTable.of("t", rows)));
    }
}
