package facet.eval.quiz;

import facet.data.Triplet;
import facet.eval.Measurements;
import facet.eval.TripletDistances;
import java.nio.file.Path;
import java.util.List;

/**
 * One question of a quiz: do these two images show the same person?
 *
 * @param set whose triplet gives the pair, such as lookalike or hard test
 * @param triplet its anchor is the first image
 * @param same whether the second image is the positive; otherwise it is the negative
 */
public record QuizPair(String set, Triplet triplet, boolean same) {

    /** @return the image on the left */
    public Path first() {
        return triplet.anchor();
    }

    /** @return the image on the right */
    public Path second() {
        return same ? triplet.positive() : triplet.negative();
    }

    /** @return the correct answer, S or D */
    public char letter() {
        return Answers.letter(same);
    }

    /** @return who is shown, by the names of their folders: one name, or two */
    List<String> people() {
        return same ? List.of(person(first())) : List.of(person(first()), person(second()));
    }

    private static String person(Path image) {
        return String.valueOf(image.getParent().getFileName());
    }

    /**
     * Looks up how far apart a network puts the two images.
     *
     * @throws IllegalArgumentException where the triplet was not measured
     */
    double distance(Measurements measured) {
        TripletDistances found = measured.distances(set).stream().filter(each -> each.name().equals(triplet.name())).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The triplet " + triplet.name() + " of " + set + " was not measured. Measure the sets that the quiz was drawn from."));
        return same ? found.anchorPositive() : found.anchorNegative();
    }
}
