package facet.paper;

import facet.io.FacetException;
import facet.paper.Claim.Contrast;
import java.util.List;

/** What the paper claims, from (a) to (f), as the notebooks cite it. Its numbers are in {@link PaperNumbers}. */
public final class PaperClaims {

    private static final Contrast PYRAMID = new Contrast("network", "ResNet-50 with FPN", "ResNet-50 (no FPN)");
    private static final Contrast LEARNING_RATE = new Contrast("learning rate", "0.01", "0.001");
    private static final Contrast EPOCHS = new Contrast("epochs", "20", "10");

    private static final List<String> SIMILAR = List.of("generated look-alikes", "real look-alikes", "twins");
    private static final List<String> TEST_SETS = PaperNumbers.TABLE_1.stream().map(PaperNumbers.Row::set).toList();

    /** The claims in the order of their letters. */
    public static final List<Claim> ALL = List.of(
            new Claim('a', "4", "With FPN the accuracy on similar faces and twins is higher.", List.of(PYRAMID), SIMILAR),
            new Claim('b', "4", "With FPN the accuracy on ordinary faces is hardly lower.", List.of(PYRAMID), List.of("test")),
            new Claim('c', "3.1", "With FPN the loss falls through all epochs; without it, in the first ones only.", List.of(PYRAMID), List.of("validation")),
            new Claim('d', "3.2", "The larger learning rate raises the accuracy on ordinary and generated faces, and lowers it on real look-alikes and twins.",
                    List.of(LEARNING_RATE), TEST_SETS),
            new Claim('e', "3.2", "Twice as many epochs lower the loss, but do not raise the accuracy.", List.of(EPOCHS), TEST_SETS),
            new Claim('f', "3.2", "The further a training converges, the better it does on ordinary and generated faces, and the worse on real look-alikes and twins.",
                    List.of(LEARNING_RATE, EPOCHS), TEST_SETS));

    private PaperClaims() { }

    /**
     * Finds a claim by its letter.
     *
     * @throws FacetException where the paper has no such claim
     */
    public static Claim claim(char letter) {
        return ALL.stream().filter(claim -> claim.letter() == letter).findFirst()
                .orElseThrow(() -> new FacetException("There is no claim (" + letter + "). Take one from (" + ALL.get(0).letter() + ") to (" + ALL.get(ALL.size() - 1).letter() + ")."));
    }
}
