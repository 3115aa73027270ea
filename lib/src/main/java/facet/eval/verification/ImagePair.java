package facet.eval.verification;

import java.nio.file.Path;

/**
 * Two images of a list.
 *
 * @param same whether both show one person
 * @param imageA the first image
 * @param imageB the second image
 * @param fold the fold's name, empty where it is unknown
 * @param personA who is on the first image, empty where it is unknown
 * @param personB who is on the second image, empty where it is unknown
 */
public record ImagePair(boolean same, Path imageA, Path imageB, String fold, String personA, String personB) {

    /** @throws IllegalArgumentException where the people contradict {@code same} */
    public ImagePair {
        personA = ScoredPair.composed(personA);
        personB = ScoredPair.composed(personB);
        ScoredPair.checkPeople(same, personA, personB);
    }

    /** @return the pair with its distance, without its images */
    ScoredPair scored(double distance) {
        return new ScoredPair(same, distance, fold, personA, personB);
    }
}
