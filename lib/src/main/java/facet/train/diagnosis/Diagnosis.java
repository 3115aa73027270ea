package facet.train.diagnosis;

import facet.train.History;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Why a training learns or does not, in words.
 *
 * @param condition what it is
 * @param seen what it was seen by, with its numbers
 * @param next what to do, a sentence
 * @param measured whether health.csv was there; if not, losses and accuracies alone decided
 */
public record Diagnosis(Condition condition, String seen, String next, boolean measured) {

    /**
     * The first that applies. An explosion comes first, since it spoils all numbers that the others look at, and a collapse second, since its loss is as steady as
     * that of a training that has come to its end. Memorised comes before no active triplets, which it mostly has, too: that the network does not generalise is the
     * worse news. What none of these explains has learned or has not.
     */
    private static final List<Function<Symptoms, Optional<Diagnosis>>> RULES = List.of(Rules::exploded, Rules::collapsed, Rules::memorised, Rules::noActiveTriplets, Rules::better);

    /**
     * Judges a training.
     *
     * @param history loss and accuracy by epoch
     * @param health by epoch; empty where it was not kept
     * @param margin the loss of a triplet whose embeddings are one point: that of the hinge loss
     * @param mined whether the triplets were chosen by their distances, so that the training accuracy has no meaning
     * @param divergence where the loss became NaN or infinite, in words; empty where it did not
     * @return nothing where no epoch has been trained, or no validation triplets were measured
     */
    public static Optional<Diagnosis> of(History history, List<EpochHealth> health, double margin, boolean mined, Optional<String> divergence) {
        Symptoms symptoms = new Symptoms(history, health, margin, mined, divergence);
        if (divergence.isEmpty() && (history.lastEpoch() < 1 || Double.isNaN(symptoms.startLoss()))) {
            return Optional.empty();
        }
        return RULES.stream().flatMap(rule -> rule.apply(symptoms).stream()).findFirst()
                .map(found -> new Diagnosis(found.condition, found.seen, found.next, divergence.isPresent() || symptoms.health(history.lastEpoch()).isPresent()));
    }

    /** @return what was seen, what it means and what to do, in one line */
    public String sentence() {
        String word = Character.toUpperCase(condition.word().charAt(0)) + condition.word().substring(1);
        return word + ": " + seen + ". " + condition.meaning() + " " + next + (measured ? "" : " (Judged by losses and accuracies alone: the run has no health.csv.)");
    }
}
