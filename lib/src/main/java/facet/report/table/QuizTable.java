package facet.report.table;

import facet.eval.Interval;
import facet.eval.compare.PairedComparison;
import facet.eval.quiz.AnswerComparison;
import facet.eval.quiz.Answers;
import facet.eval.quiz.ClassAnswers;
import facet.eval.quiz.PairQuiz;
import facet.eval.quiz.QuizScore;
import facet.report.IntervalText;
import java.util.List;
import java.util.Optional;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** People and networks that answered one quiz. */
public final class QuizTable {

    private static final String WHO = "who";
    private static final String ACCURACY = "accuracy";
    private static final String INTERVAL = "95 % interval";
    private static final String NOT_MEASURED = "not measured";

    private QuizTable() { }

    /**
     * Shows how well each did.
     *
     * @param missing who could not be measured; a row each without numbers
     */
    public static Table scores(PairQuiz quiz, List<Answers> answers, String... missing) {
        Table table = Table.create(quiz.pairs().size() + " pairs, half of them of one person", StringColumn.create(WHO), IntColumn.create("correct"), Columns.decimals(ACCURACY),
                StringColumn.create(INTERVAL), IntColumn.create("said same"), Columns.decimals("d'"));
        for (Answers each : answers) {
            QuizScore score = QuizScore.of(quiz, each);
            row(table, score.who(), score.accuracy(), IntervalText.share(score.interval()));
            table.intColumn("correct").append(score.correct());
            table.intColumn("said same").append(score.saidSame());
            ((DoubleColumn) table.column("d'")).append(score.sensitivity());
        }
        for (String who : missing) {
            row(table, who, Double.NaN, NOT_MEASURED);
            table.intColumn("correct").appendMissing();
            table.intColumn("said same").appendMissing();
            table.column("d'").appendMissing();
        }
        return table;
    }

    /** Compares one with each of the others, pair by pair. */
    public static Table paired(PairQuiz quiz, Answers first, List<Answers> others) {
        StringColumn against = StringColumn.create(first.who() + " against");
        IntColumn onlyFirst = IntColumn.create("only " + first.who() + " correct");
        IntColumn onlyOther = IntColumn.create("only the other correct");
        DoubleColumn difference = Columns.decimals("difference");
        StringColumn interval = StringColumn.create(INTERVAL);
        DoubleColumn p = Columns.decimals("p (McNemar)");
        StringColumn better = StringColumn.create("higher accuracy");
        for (Answers other : others) {
            PairedComparison pair = AnswerComparison.of(quiz, first, other);
            against.append(other.who());
            onlyFirst.append(pair.onlyFirst());
            onlyOther.append(pair.onlySecond());
            difference.append(pair.difference());
            interval.append(IntervalText.difference(pair.interval()));
            p.append(pair.pValue());
            better.append(pair.verdict().text(first.who(), other.who()));
        }
        return Table.create(first.who() + " against each, the same pairs", against, onlyFirst, onlyOther, difference, interval, p, better);
    }

    /** Shows each person of a class, the mean with its interval over people, and networks on the same pairs. */
    public static Table people(ClassAnswers answers, long seed, List<Answers> networks) {
        Table table = Table.create(answers.people().size() + " people, " + answers.quiz().pairs().size() + " pairs", StringColumn.create(WHO), Columns.decimals(ACCURACY),
                StringColumn.create(INTERVAL));
        answers.people().forEach(each -> score(table, answers.quiz(), each));
        Optional<Interval> mean = answers.interval(seed);
        row(table, "mean (interval over people)", answers.mean(), mean.map(IntervalText::share).orElse("needs two people"));
        networks.forEach(each -> score(table, answers.quiz(), each));
        return table;
    }

    private static void score(Table table, PairQuiz quiz, Answers each) {
        QuizScore score = QuizScore.of(quiz, each);
        row(table, score.who(), score.accuracy(), IntervalText.share(score.interval()));
    }

    private static void row(Table table, String who, double accuracy, String interval) {
        table.stringColumn(WHO).append(who);
        ((DoubleColumn) table.column(ACCURACY)).append(accuracy);
        table.stringColumn(INTERVAL).append(interval);
    }

    /** Shows the pairs that the fewest people answered correctly, the hardest first, and the networks' answers to them. */
    public static Table hardest(ClassAnswers answers, int most, List<Answers> networks) {
        IntColumn number = IntColumn.create("pair");
        StringColumn shown = StringColumn.create("shows");
        StringColumn people = StringColumn.create("people correct");
        Table table = Table.create("The hardest pairs", number, shown, people);
        networks.forEach(each -> table.addColumns(StringColumn.create(each.who())));
        for (int pair : answers.hardest(most)) {
            number.append(pair + 1);
            shown.append(answers.quiz().pairs().get(pair).same() ? "the same person" : "different people");
            people.append(answers.correct(pair) + " of " + answers.people().size());
            networks.forEach(each -> table.stringColumn(each.who()).append(each.correct(answers.quiz(), pair) ? "correct" : "wrong"));
        }
        return table;
    }
}
