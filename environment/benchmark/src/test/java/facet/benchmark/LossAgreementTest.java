package facet.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class LossAgreementTest {

    @Test
    void distanceAndWorstStep() {
        LossAgreement far = LossAgreement.of(List.of(3.0, 4.5, 0.0), List.of(3.0, 4.0, 0.0));
        assertEquals(0.1, far.distance(), 1e-12); // 0.5 of a length of 5
        assertEquals(0.125, far.worst(), 1e-12);
        assertEquals(2, far.worstStep());
        assertFalse(far.agrees());
        assertTrue(far.text().endsWith("THEY DO NOT AGREE."), far.text());
    }

    @Test
    void withinTheTolerance() {
        assertTrue(LossAgreement.of(List.of(1.0009), List.of(1.0)).agrees());
        assertFalse(LossAgreement.of(List.of(1.0011), List.of(1.0)).agrees());
        assertTrue(LossAgreement.of(List.of(0.0), List.of(0.0)).agrees());
    }

    @Test
    void whatIsNoNumberDoesNotAgree() {
        LossAgreement broken = LossAgreement.of(List.of(1.0, Double.NaN, 1.0), List.of(1.0, 1.0, 1.0));
        assertFalse(broken.agrees());
        assertEquals(Double.NaN, broken.worst());
        assertEquals(2, broken.worstStep());
        assertThrows(IllegalArgumentException.class, () -> LossAgreement.of(List.of(1.0), List.of()));
    }
}
