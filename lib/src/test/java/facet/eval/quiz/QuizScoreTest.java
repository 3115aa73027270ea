package facet.eval.quiz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.eval.Interval;
import facet.eval.compare.PairedComparison;
import java.util.Random;
import org.junit.jupiter.api.Test;

class QuizScoreTest {

    @Test
    void itCountsAsALoopDoes() {
        Random random = new Random(5);
        for (int round = 0; round < 50; round++) {
            String key = letters(random, 10);
            String said = letters(random, 10);
            int hits = 0;
            int falseAlarms = 0;
            int correct = 0;
            for (int i = 0; i < 10; i++) {
                hits += key.charAt(i) == 'S' && said.charAt(i) == 'S' ? 1 : 0;
                falseAlarms += key.charAt(i) == 'D' && said.charAt(i) == 'S' ? 1 : 0;
                correct += key.charAt(i) == said.charAt(i) ? 1 : 0;
            }
            QuizScore score = QuizScore.of(QuizExample.of(key), new Answers("you", said));
            int same = (int) key.chars().filter(letter -> letter == 'S').count();
            assertEquals(new QuizScore("you", hits, same, falseAlarms, 10 - same), score);
            assertEquals(correct, score.correct());
            assertEquals(correct / 10.0, score.accuracy());
            assertEquals(hits + falseAlarms, score.saidSame());
        }
    }

    @Test
    void theIntervalIsWilsons() { // 18 of 24: (p + z²/2n ± z √(p(1-p)/n + z²/4n²)) / (1 + z²/n)
        double z = 1.959963984540054;
        double p = 0.75;
        double middle = (p + z * z / 48) / (1 + z * z / 24);
        double half = z * Math.sqrt(p * (1 - p) / 24 + z * z / (4 * 24 * 24)) / (1 + z * z / 24);
        Interval interval = new QuizScore("you", 9, 12, 3, 12).interval();
        assertEquals(middle - half, interval.low(), 1e-9);
        assertEquals(middle + half, interval.high(), 1e-9);
    }

    @Test
    void sensitivityDoesNotDependOnSayingSameReadily() {
        assertEquals(0, new QuizScore("says same", 12, 12, 12, 12).sensitivity(), 1e-12);
        assertEquals(0, new QuizScore("says different", 0, 12, 0, 12).sensitivity(), 1e-12);
        assertEquals(0, new QuizScore("guesses", 6, 12, 6, 12).sensitivity(), 1e-12);
        // (9.5 / 13, 3.5 / 13) = .73077, .26923, whose z is ±.61514
        assertEquals(2 * 0.61514, new QuizScore("you", 9, 12, 3, 12).sensitivity(), 1e-4);
        double all = new QuizScore("knows", 12, 12, 0, 12).sensitivity();
        assertTrue(all > 3 && Double.isFinite(all), String.valueOf(all));
    }

    @Test
    void aComparisonCountsPairByPair() {
        PairQuiz quiz = QuizExample.of("SSSSDDDD");
        PairedComparison pair = AnswerComparison.of(quiz, new Answers("you", "SSSSDDSS"), new Answers("network", "SDDDDDDS"));
        // you:     + + + + + + - -
        // network: + - - - + + + -
        assertEquals(new PairedComparison("quiz", 3, 3, 1, 1), pair);
        assertEquals(2 / 8.0, pair.difference(), 1e-12);
        // McNemar's exact test of 3 against 1: twice the chance of at most 1 head in 4 throws
        assertEquals(2 * (1 + 4) / 16.0, pair.pValue(), 1e-12);
    }

    private static String letters(Random random, int length) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < length; i++) {
            letters.append(random.nextBoolean() ? 'S' : 'D');
        }
        return letters.toString();
    }
}
