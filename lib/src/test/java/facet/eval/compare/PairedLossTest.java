package facet.eval.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import facet.eval.MeasuredLoss;
import facet.eval.Statistics;
import facet.eval.TripletDistances;
import java.util.List;
import org.junit.jupiter.api.Test;

class PairedLossTest {

    private static final List<TripletDistances> FEW = Triplets.of("s", Triplets.firstCorrect(2, 10)).distances("s");
    private static final List<TripletDistances> MANY = Triplets.of("s", Triplets.firstCorrect(9, 10)).distances("s");

    @Test
    void theLowerLossIsBetter() {
        PairedLoss loss = PairedLoss.of("s", FEW, MANY, MeasuredLoss.hinge(1));
        assertEquals(1.6, loss.first(), 1e-12);
        assertEquals(0.2, loss.second(), 1e-12);
        assertEquals(1.4, loss.difference(), 1e-12);
        assertEquals(Statistics.mean(0, 0, 2, 2, 2, 2, 2, 2, 2, 0), loss.interval());
        assertEquals(Verdict.SECOND, loss.verdict());
        assertEquals(Verdict.FIRST, PairedLoss.of("s", MANY, FEW, MeasuredLoss.hinge(1)).verdict());
    }

    @Test
    void equalLossesAreInconclusive() {
        assertEquals(Verdict.INCONCLUSIVE, PairedLoss.of("s", FEW, FEW, MeasuredLoss.hinge(1)).verdict());
    }
}
