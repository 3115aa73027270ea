package facet.paper;

import java.util.List;

/**
 * A claim of the paper, in our own words. Whether it holds is not said here: that is our finding, not the paper's.
 *
 * @param letter such as a, as the notebooks cite it
 * @param section of the paper that makes it
 * @param sentence what is claimed
 * @param contrasts the trainings that it compares; more than one where it speaks of several
 * @param sets the sets that it speaks of, named as Facet names them
 */
public record Claim(char letter, String section, String sentence, List<Contrast> contrasts, List<String> sets) {

    public Claim {
        contrasts = List.copyOf(contrasts);
        sets = List.copyOf(sets);
    }

    /**
     * Two trainings that differ in one setting.
     *
     * @param setting what differs, such as the learning rate
     * @param value of the training that the claim is about
     * @param control of the training that it is compared with
     */
    public record Contrast(String setting, String value, String control) { }
}
