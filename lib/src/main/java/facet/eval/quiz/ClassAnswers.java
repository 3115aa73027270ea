package facet.eval.quiz;

import facet.eval.Interval;
import facet.eval.Resamples;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * The answers of several people to one quiz.
 *
 * @param quiz that all of them answered
 * @param people at least one
 */
public record ClassAnswers(PairQuiz quiz, List<Answers> people) {

    /** @throws IllegalArgumentException where there is nobody */
    public ClassAnswers {
        people = List.copyOf(people);
        if (people.isEmpty()) {
            throw new IllegalArgumentException("Nobody answered the quiz. Add a line name;letters for each person.");
        }
    }

    /** @return the mean accuracy, each person counting once */
    public double mean() {
        return people.stream().mapToDouble(this::accuracy).average().orElseThrow();
    }

    /**
     * Resamples the people ({@link Resamples}): which mean would other people of this kind have had on these pairs?
     *
     * @return the mean's 95 % interval; nothing for one person
     */
    public Optional<Interval> interval(long seed) {
        if (people.size() < 2) {
            return Optional.empty();
        }
        double[] accuracies = people.stream().mapToDouble(this::accuracy).toArray();
        Random random = new Random(seed);
        double[] means = new double[Resamples.DRAWS];
        for (int draw = 0; draw < means.length; draw++) {
            int[] counts = Resamples.draw(accuracies.length, random);
            means[draw] = IntStream.range(0, counts.length).mapToDouble(i -> counts[i] * accuracies[i]).sum() / counts.length;
        }
        return Optional.of(Resamples.middle(means));
    }

    /** @return how many people answered a pair, counted from 0, correctly */
    public int correct(int pair) {
        return (int) people.stream().filter(each -> each.correct(quiz, pair)).count();
    }

    /** @return so many pairs, counted from 0, that the fewest people answered correctly, the hardest first; equally hard ones in the quiz's order */
    public List<Integer> hardest(int most) {
        return IntStream.range(0, quiz.pairs().size()).boxed().sorted(Comparator.comparingInt(this::correct)).limit(most).toList();
    }

    private double accuracy(Answers answers) {
        return QuizScore.of(quiz, answers).accuracy();
    }
}
