package facet.eval.quiz;

import facet.eval.Interval;
import facet.eval.Statistics;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * How well somebody, or a network, did.
 *
 * @param who gave the answers
 * @param hits pairs of one person that were called the same
 * @param same pairs of one person
 * @param falseAlarms pairs of two people that were called the same
 * @param different pairs of two people
 */
public record QuizScore(String who, int hits, int same, int falseAlarms, int different) {

    /** @return the score of some answers */
    public static QuizScore of(PairQuiz quiz, Answers answers) {
        int pairs = quiz.pairs().size();
        int same = (int) quiz.pairs().stream().filter(QuizPair::same).count();
        int[] saidSame = IntStream.range(0, pairs).filter(i -> answers.letters().charAt(i) == Answers.letter(true)).toArray();
        int hits = (int) IntStream.of(saidSame).filter(i -> quiz.pairs().get(i).same()).count();
        return new QuizScore(answers.who(), hits, same, saidSame.length - hits, pairs - same);
    }

    /** @return the number of pairs */
    public int pairs() {
        return same + different;
    }

    /** @return how many answers are correct */
    public int correct() {
        return hits + different - falseAlarms;
    }

    /** @return how many pairs were called the same; the quiz has as many of one person as of two */
    public int saidSame() {
        return hits + falseAlarms;
    }

    /** @return the share of correct answers, from 0 to 1 */
    public double accuracy() {
        return (double) correct() / pairs();
    }

    /** @return the 95 % interval of the accuracy: what other pairs of this kind might have given ({@link Statistics#wilson}) */
    public Interval interval() {
        return Statistics.wilson(correct(), pairs());
    }

    /**
     * Computes the sensitivity d' = z(hit rate) - z(false alarm rate), which does not depend on how readily somebody says "same"; guessing gives 0. Half a pair is added
     * to each count and one to each number of pairs, so that it is finite when all answers are correct.
     * Source: M. J. Hautus, Corrections for extreme proportions and their biasing effects on estimated values of d', Behavior Research Methods 27 (1995), 46-51.
     */
    public double sensitivity() {
        return z((hits + 0.5) / (same + 1)) - z((falseAlarms + 0.5) / (different + 1));
    }

    private static double z(double share) {
        return new NormalDistribution(null, 0, 1).inverseCumulativeProbability(share);
    }
}
