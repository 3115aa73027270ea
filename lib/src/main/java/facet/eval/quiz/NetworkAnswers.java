package facet.eval.quiz;

import facet.eval.Measurements;
import facet.eval.TripletDistances;
import facet.eval.verification.BestThreshold;
import facet.eval.verification.RocCurve;
import facet.eval.verification.ScoredPairs;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A network's answers: a pair shows the same person where its distance is below a threshold, which was chosen on other pairs. */
public final class NetworkAnswers {

    private NetworkAnswers() { }

    /** @return the answers with the threshold that is best on another set that was measured, such as validation; throws as {@link #of(String, PairQuiz, Measurements, List)} */
    public static Answers of(String who, PairQuiz quiz, Measurements measured, String other) {
        return of(who, quiz, measured, measured.distances(other));
    }

    /**
     * Decides every pair of a quiz.
     *
     * @param measured the distances of the quiz's triplets
     * @param other triplets of which each gives a pair of one person and one of two; the threshold has the highest accuracy on them ({@link BestThreshold})
     * @throws IllegalArgumentException where one of them gives a pair of the quiz, too: then the network would have seen an answer. Also where a triplet was not measured
     */
    public static Answers of(String who, PairQuiz quiz, Measurements measured, List<TripletDistances> other) {
        Set<String> asked = quiz.pairs().stream().map(pair -> pair.triplet().name()).collect(Collectors.toSet());
        other.stream().map(TripletDistances::name).filter(asked::contains).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException("The threshold of " + who + " would be chosen on the triplet " + name + ", which is in the quiz. Choose it on other triplets.");
        });
        double threshold = BestThreshold.of(RocCurve.of(ScoredPairs.of(other)));
        return new Answers(who, quiz.pairs().stream().map(pair -> String.valueOf(Answers.letter(pair.distance(measured) < threshold))).collect(Collectors.joining()));
    }
}
