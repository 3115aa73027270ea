package facet.eval.quiz;

import facet.io.FacetException;
import facet.io.PlainText;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * The answers of a person or a network to the pairs of a quiz.
 *
 * @param who for tables, such as you or SFace
 * @param letters one a pair: S for the same person, D for different people
 */
public record Answers(String who, String letters) {

    private static final String SAME = "S";
    private static final String DIFFERENT = "D";

    /**
     * Reads what somebody typed. Capitals, spaces and commas do not matter, so the letters may stand in groups.
     *
     * @throws FacetException where there are more or fewer letters than pairs, or a letter is neither S nor D; it names the letter's place
     */
    public static Answers of(String who, String typed, PairQuiz quiz) {
        String letters = typed.replaceAll("[\\s,]+", "");
        for (int i = 0; i < letters.length(); i++) {
            String letter = letters.substring(i, i + 1);
            if (!letter.equalsIgnoreCase(SAME) && !letter.equalsIgnoreCase(DIFFERENT)) {
                throw new FacetException("Answer " + (i + 1) + " is " + PlainText.of(letter) + ". Write S for the same person or D for different people.");
            }
        }
        int pairs = quiz.pairs().size();
        if (letters.length() != pairs) {
            throw new FacetException("There are " + letters.length() + " answers to " + pairs + " pairs. Write one letter a pair, S for the same person or D for different people.");
        }
        return new Answers(who, letters.toUpperCase(Locale.ROOT));
    }

    /** @return the answers of a coin: random ones */
    public static Answers coin(String who, PairQuiz quiz, long seed) {
        SplittableRandom coin = new SplittableRandom(seed); // Random begins with the same side for all small seeds
        return new Answers(who, quiz.pairs().stream().map(pair -> String.valueOf(letter(coin.nextBoolean()))).collect(Collectors.joining()));
    }

    /** @return S for the same person, D for different people */
    static char letter(boolean same) {
        return (same ? SAME : DIFFERENT).charAt(0);
    }

    /** @return whether the answer to a pair, counted from 0, is correct */
    public boolean correct(PairQuiz quiz, int pair) {
        return letters.charAt(pair) == quiz.pairs().get(pair).letter();
    }
}
