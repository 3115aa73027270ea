package facet.report.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.eval.quiz.Answers;
import facet.eval.quiz.ClassAnswers;
import facet.eval.quiz.PairQuiz;
import facet.eval.quiz.PublishedAccuracy;
import facet.eval.quiz.QuizExample;
import facet.eval.quiz.QuizScore;
import facet.report.chart.AnswerChart;
import java.util.List;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

class QuizTableTest {

    private static final PairQuiz QUIZ = QuizExample.of("SSSSDDDD");
    private static final Answers YOU = new Answers("you", "SSSSDDSS");
    private static final Answers NETWORK = new Answers("P2", "SDDDDDDS");

    @Test
    void aRowEachAndOneForWhatWasNotMeasured() {
        Table table = QuizTable.scores(QUIZ, List.of(YOU, NETWORK), "SFace");
        assertEquals("8 pairs, half of them of one person", table.name());
        assertEquals(List.of("who", "correct", "accuracy", "95 % interval", "said same", "d'"), table.columnNames());
        assertEquals(List.of("you", "P2", "SFace"), table.stringColumn("who").asList());
        assertEquals(List.of(6, 4), table.intColumn("correct").asList().subList(0, 2));
        assertEquals(List.of(6, 2), table.intColumn("said same").asList().subList(0, 2));
        assertTrue(table.intColumn("correct").isMissing(2) && table.column("accuracy").isMissing(2) && table.column("d'").isMissing(2));
        assertEquals("not measured", table.stringColumn("95 % interval").get(2));
        assertEquals("0.409 \u2013 0.929", table.stringColumn("95 % interval").get(0));
    }

    @Test
    void youStandAgainstEach() {
        Table table = QuizTable.paired(QUIZ, YOU, List.of(NETWORK, YOU));
        assertEquals(List.of("P2", "you"), table.stringColumn("you against").asList());
        assertEquals(List.of(3, 0), table.intColumn("only you correct").asList());
        assertEquals(List.of(1, 0), table.intColumn("only the other correct").asList());
        assertEquals(0.25, table.numberColumn("difference").getDouble(0), 1e-12);
        assertEquals(0.625, table.numberColumn("p (McNemar)").getDouble(0), 1e-12);
        assertEquals(List.of("inconclusive", "inconclusive"), table.stringColumn("higher accuracy").asList());
    }

    @Test
    void aClassHasItsMeanAndItsHardestPairs() {
        ClassAnswers answers = new ClassAnswers(QUIZ, List.of(YOU, new Answers("Jo", "SSSSDDDS")));
        Table people = QuizTable.people(answers, 1, List.of(NETWORK));
        assertEquals(List.of("you", "Jo", "mean (interval over people)", "P2"), people.stringColumn("who").asList());
        assertEquals((0.75 + 0.875) / 2, people.numberColumn("accuracy").getDouble(2), 1e-12);
        assertEquals("0.750 \u2013 0.875", people.stringColumn("95 % interval").get(2));
        Table hardest = QuizTable.hardest(answers, 2, List.of(NETWORK));
        assertEquals(List.of(8, 7), hardest.intColumn("pair").asList());
        assertEquals(List.of("different people", "different people"), hardest.stringColumn("shows").asList());
        assertEquals(List.of("0 of 2", "1 of 2"), hardest.stringColumn("people correct").asList());
        assertEquals(List.of("wrong", "correct"), hardest.stringColumn("P2").asList());
    }

    /** A class that has not answered is shown with coins, and its table does not call them people. */
    @Test
    void coinsAreNoPeople() {
        ClassAnswers coins = new ClassAnswers(QUIZ, List.of(Answers.coin("coin 1", QUIZ, 1), Answers.coin("coin 2", QUIZ, 2)));
        Table table = QuizTable.people(coins, 1, List.of());
        assertEquals("2 coins, 8 pairs", table.name());
        assertEquals("mean (interval over coins)", table.stringColumn("who").get(2));
        assertEquals("coins correct", QuizTable.hardest(coins, 1, List.of()).column(2).name());
        assertEquals("2 people, 8 pairs", QuizTable.people(new ClassAnswers(QUIZ, List.of(YOU, NETWORK)), 1, List.of()).name());
    }

    @Test
    void theChartHasAPlaceForEach() {
        List<QuizScore> scores = List.of(QuizScore.of(QUIZ, YOU), QuizScore.of(QUIZ, NETWORK));
        assertEquals(560, AnswerChart.of("Who told them apart?").scores(scores).published(PublishedAccuracy.ALL).image().getWidth());
    }
}
