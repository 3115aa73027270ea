package facet.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class StatisticsTest {

    /** R. G. Newcombe, Two-sided confidence intervals for the single proportion, Statistics in Medicine 17 (1998), table I, method 3. */
    @Test
    void wilsonGivesNewcombesPublishedValues() {
        expect(81, 263, 0.2553, 0.3662);
        expect(15, 148, 0.0624, 0.1605);
        expect(0, 20, 0, 0.1611);
        expect(1, 29, 0.0061, 0.1718);
    }

    /** The interval's ends solve |p - x| = z sqrt(x (1 - x) / n): found here by bisection, without the closed formula. */
    @Test
    void wilsonSolvesItsDefinition() {
        for (int n : new int[] {1, 5, 10, 170, 1361}) {
            for (int correct = 0; correct <= n; correct += Math.max(1, n / 7)) {
                double share = (double) correct / n;
                Interval interval = Statistics.wilson(correct, n);
                assertEquals(solve(0, share, n, share), interval.low(), 1e-9);
                assertEquals(solve(1, share, n, share), interval.high(), 1e-9);
                assertTrue(interval.contains(share));
            }
        }
    }

    @Test
    void nothingMeasuredIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Statistics.wilson(0, 0));
        assertThrows(IllegalArgumentException.class, () -> Statistics.wilson(6, 5));
        assertThrows(IllegalArgumentException.class, () -> Statistics.wilson(-1, 5));
        assertThrows(IllegalArgumentException.class, () -> new Interval(0.6, 0.5));
    }

    private static void expect(int correct, int n, double low, double high) {
        Interval interval = Statistics.wilson(correct, n);
        assertEquals(low, interval.low(), 5e-5);
        assertEquals(high, interval.high(), 5e-5);
    }

    /** Moves from far outside towards the share until the two sides meet. */
    private static double solve(double outside, double inside, int n, double share) {
        for (int i = 0; i < 200; i++) {
            double middle = (outside + inside) / 2;
            boolean tooFar = Math.abs(share - middle) > 1.959963984540054 * Math.sqrt(middle * (1 - middle) / n);
            outside = tooFar ? middle : outside;
            inside = tooFar ? inside : middle;
        }
        return (outside + inside) / 2;
    }
}
