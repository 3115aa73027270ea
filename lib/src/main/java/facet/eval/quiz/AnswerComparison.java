package facet.eval.quiz;

import facet.eval.compare.PairedComparison;

/** Compares the answers of two people or networks to the same quiz, pair by pair. */
public final class AnswerComparison {

    private AnswerComparison() { }

    /** @return the counts of pairs that both, one or none of the two answered correctly, with McNemar's exact test and the interval of the difference */
    public static PairedComparison of(PairQuiz quiz, Answers first, Answers second) {
        int[] counts = new int[4];
        for (int i = 0; i < quiz.pairs().size(); i++) {
            counts[(first.correct(quiz, i) ? 0 : 2) + (second.correct(quiz, i) ? 0 : 1)]++;
        }
        return new PairedComparison("quiz", counts[0], counts[1], counts[2], counts[3]);
    }
}
