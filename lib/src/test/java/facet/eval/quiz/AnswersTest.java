package facet.eval.quiz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.io.FacetException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AnswersTest {

    private static final PairQuiz QUIZ = QuizExample.of("SDSDSDSDSDSDSDSDSDSDSDSD");

    @Test
    void smallLettersAndGroupsAreRead() {
        assertEquals("SSDDSSDDSSDDSSDDSSDDSSDD", Answers.of("you", " ssddss ddssdd, ssddss\nDDSSDD ", QUIZ).letters());
    }

    @Test
    void oneLetterTooFewOrTooManyIsRefused() {
        assertEquals("There are 23 answers to 24 pairs. Write one letter a pair, S for the same person or D for different people.", message("s".repeat(23)));
        assertEquals("There are 25 answers to 24 pairs. Write one letter a pair, S for the same person or D for different people.", message("d".repeat(25)));
        assertEquals("There are 0 answers to 24 pairs. Write one letter a pair, S for the same person or D for different people.", message(""));
    }

    @Test
    void anotherLetterIsRefusedWithItsPlace() {
        assertEquals("Answer 5 is x. Write S for the same person or D for different people.", message("sdsd xdsdsdsdsdsdsdsdsdsd"));
        assertEquals("Answer 1 is \\u001b. Write S for the same person or D for different people.", message("\u001b"));
        assertEquals("Answer 2 is ?. Write S for the same person or D for different people.", message("s?"));
    }

    @Test
    void aCoinKnowsNothing() {
        int correct = 0;
        for (long seed = 0; seed < 100; seed++) {
            correct += QuizScore.of(QUIZ, Answers.coin("a coin", QUIZ, seed)).correct();
        }
        assertTrue(Math.abs(correct / 2400.0 - 0.5) < 0.05, correct + " of 2400");
        assertEquals(Answers.coin("a coin", QUIZ, 1), Answers.coin("a coin", QUIZ, 1));
        long same = IntStream.range(0, 100).filter(seed -> Answers.coin("a coin", QUIZ, seed).letters().startsWith("S")).count();
        assertTrue(same > 30 && same < 70, same + " of 100 coins begin with S: neighbouring seeds are different coins");
    }

    private static String message(String typed) {
        return assertThrows(FacetException.class, () -> Answers.of("you", typed, QUIZ)).getMessage();
    }
}
