package facet.eval.verification;

import java.text.Normalizer;

/**
 * A pair of images and how far apart a network puts them.
 *
 * @param same whether both show one person (a genuine pair); otherwise it is a pair of strangers (an impostor pair)
 * @param distance in any unit, finite; the smaller, the more alike
 * @param fold the fold's name, empty where it is unknown
 * @param personA who is on the first image, empty where it is unknown
 * @param personB who is on the second image, empty where it is unknown
 */
public record ScoredPair(boolean same, double distance, String fold, String personA, String personB) {

    /**
     * Takes over the one name of a genuine pair for both of its images.
     *
     * @throws IllegalArgumentException where the distance is not finite, or the people contradict {@code same}
     */
    public ScoredPair {
        if (!Double.isFinite(distance)) {
            throw new IllegalArgumentException("the distance is " + distance + "; it has to be a finite number.");
        }
        personA = composed(personA);
        personB = composed(personB);
        if (same) {
            personA = personA.isEmpty() ? personB : personA;
            personB = personB.isEmpty() ? personA : personB;
        }
        checkPeople(same, personA, personB);
    }

    /** @throws IllegalArgumentException where the people, as far as they are known, contradict {@code same} */
    static void checkPeople(boolean same, String personA, String personB) {
        if (!personA.isEmpty() && !personB.isEmpty() && same != personA.equals(personB)) {
            throw new IllegalArgumentException(same ? "same is 1, but the people are " + personA + " and " + personB + "."
                    : "same is 0, but both images are of " + personA + ".");
        }
    }

    /** @return a name with its accents composed (NFC): two lists, or two lines of one, may write it in two ways, and it is one person */
    static String composed(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC);
    }

    /** Tells whether the people of both images are known. */
    public boolean namesPeople() {
        return !personA.isEmpty() && !personB.isEmpty();
    }
}
