package facet.eval.quiz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.eval.Interval;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ClassAnswersTest {

    private static final PairQuiz QUIZ = QuizExample.of("SDSD");
    private static final ClassAnswers THREE = new ClassAnswers(QUIZ, List.of(new Answers("a", "SDSD"), new Answers("b", "SDSS"), new Answers("c", "DDDS")));

    @Test
    void eachPersonCountsOnce() {
        assertEquals((1 + 0.75 + 0.25) / 3, THREE.mean(), 1e-12);
    }

    @Test
    void theIntervalResamplesPeople() {
        double[] accuracies = {1, 0.75, 0.25};
        Random random = new Random(7);
        double[] means = new double[2000];
        for (int draw = 0; draw < means.length; draw++) {
            for (int i = 0; i < 3; i++) {
                means[draw] += accuracies[random.nextInt(3)] / 3;
            }
        }
        Arrays.sort(means);
        Interval interval = THREE.interval(7).orElseThrow();
        assertEquals(percentile(means, 0.025), interval.low(), 1e-9);
        assertEquals(percentile(means, 0.975), interval.high(), 1e-9);
    }

    /** numpy's percentile. */
    private static double percentile(double[] sorted, double share) {
        double at = share * (sorted.length - 1);
        int below = (int) at;
        return sorted[below] + (at - below) * (sorted[Math.min(below + 1, sorted.length - 1)] - sorted[below]);
    }

    @Test
    void peopleOfOneAccuracyHaveNoSpreadAndOnePersonHasNoInterval() {
        ClassAnswers alike = new ClassAnswers(QUIZ, List.of(new Answers("a", "SDSS"), new Answers("b", "DDSD")));
        assertEquals(new Interval(0.75, 0.75), alike.interval(1).orElseThrow());
        assertEquals(Optional.empty(), new ClassAnswers(QUIZ, List.of(new Answers("a", "SDSS"))).interval(1));
    }

    @Test
    void theHardestPairsComeFirst() {
        assertEquals(List.of(3, 0, 2), THREE.hardest(3)); // 1, 2 and 2 of 3 correct; pair 1 has all of them
        assertEquals(1, THREE.correct(3));
        assertEquals(3, THREE.correct(1));
    }

    @Test
    void nobodyIsRefused() {
        assertTrue(assertThrows(IllegalArgumentException.class, () -> new ClassAnswers(QUIZ, List.of())).getMessage().startsWith("Nobody answered the quiz."));
    }
}
