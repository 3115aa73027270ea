package facet.eval.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;

class BetaBinomialTest {

    @Test
    void theProbabilityIsThatOfTheProducts() {
        for (double mean : new double[] {0.1, 0.741, 0.97}) {
            for (double correlation : new double[] {1e-6, 0.003, 0.2, 0.5}) {
                for (int n : new int[] {1, 5, 10, 170}) {
                    BetaBinomial distribution = new BetaBinomial(n, mean, correlation);
                    double sum = 0;
                    for (int k = 0; k <= n; k++) {
                        double expected = naive(n, k, mean * (1 - correlation) / correlation, (1 - mean) * (1 - correlation) / correlation);
                        assertEquals(expected, distribution.logProbability(k), 1e-6, mean + " " + correlation + " " + k + " of " + n);
                        sum += Math.exp(distribution.logProbability(k));
                    }
                    assertEquals(1, sum, 1e-6);
                }
            }
        }
    }

    /** C(n, k) a (a + 1) ... (a + k - 1) b (b + 1) ... (b + n - k - 1) / ((a + b) ... (a + b + n - 1)). */
    private static double naive(int n, int k, double a, double b) {
        double log = 0;
        for (int i = 0; i < k; i++) {
            log += Math.log(a + i) + Math.log(n - i) - Math.log(i + 1);
        }
        for (int i = 0; i < n - k; i++) {
            log += Math.log(b + i);
        }
        for (int i = 0; i < n; i++) {
            log -= Math.log(a + b + i);
        }
        return log;
    }

    @Test
    void withoutCorrelationItIsTheBinomialDistribution() {
        BinomialDistribution binomial = new BinomialDistribution(null, 170, 0.741);
        for (int k : new int[] {0, 100, 126, 170}) {
            assertEquals(binomial.logProbability(k), new BetaBinomial(170, 0.741, 0).logProbability(k), 1e-12);
            assertEquals(binomial.logProbability(k), new BetaBinomial(170, 0.741, 2e-10).logProbability(k), 1e-4, "no step at the threshold");
        }
    }

    @Test
    void itsVarianceIsTheBinomialOneAndThatOfTheShare() {
        BetaBinomial distribution = BetaBinomial.of(new NewRun(0.8, 0.0016), 0.8, 170);
        double mean = IntStream.rangeClosed(0, 170).mapToDouble(k -> k * Math.exp(distribution.logProbability(k))).sum();
        double variance = IntStream.rangeClosed(0, 170).mapToDouble(k -> (k - mean) * (k - mean) * Math.exp(distribution.logProbability(k))).sum();
        assertEquals(0.8 * 170, mean, 1e-6);
        // Var(k / n) = E(p (1 - p)) / n + Var(p), where E(p (1 - p)) = m (1 - m) - Var(p).
        assertEquals((0.16 - 0.0016) / 170 + 0.0016, variance / 170 / 170, 1e-8);
        assertEquals(0.5, BetaBinomial.of(new NewRun(0.8, 3), 0.8, 170).correlation(), "the most");
    }
}
