package facet.paper;

import facet.eval.reading.Quantity;
import facet.eval.reading.StatedNumber;
import java.util.ArrayList;
import java.util.List;

/** The paper's numbers as a reading of it has to predict them, each with what it counts ({@link facet.eval.reading.RateScore}). */
public final class StatedNumbers {

    /** The learning rate of Table 1. */
    public static final double RATE = 0.001;
    /** The larger one (section 3.2). */
    public static final double LARGER_RATE = 0.01;

    /** Of ordinary faces: the paper's are LFW's, as ours, and so many that the number is precise. */
    public static final double ORDINARY = 1;
    /** Of generated look-alikes: faces of the same kind, made by somebody else, and only ten triplets, where four or six correct make little difference. */
    public static final double GENERATED = 0.5;
    /** Of real look-alikes and twins: the paper does not publish its images, so that ours are other pairs, found another way. */
    public static final double UNPUBLISHED = 0.25;

    private static final String TEST = "test";
    private static final String VALIDATION = "validation";
    private static final String GENERATED_SET = "generated look-alikes";

    /**
     * All of them. The paper's twins count only where runs measured a set named twins, which Facet does not bring: generated near-twins are not the paper's twins.
     */
    public static final List<StatedNumber> ALL = all();

    private StatedNumbers() { }

    private static List<StatedNumber> all() {
        List<StatedNumber> all = new ArrayList<>();
        for (PaperNumbers.Row row : PaperNumbers.TABLE_1) {
            all.add(new StatedNumber(RATE, row.set(), Quantity.LOSS, row.loss(), row.triplets(), weight(row)));
            all.add(new StatedNumber(RATE, row.set(), Quantity.ACCURACY, row.accuracy(), row.triplets(), weight(row)));
        }
        all.add(atLargerRate(TEST, Quantity.ACCURACY, PaperNumbers.TEST_AT_RATE_0_01, ORDINARY));
        all.add(atLargerRate(VALIDATION, Quantity.BEST_ACCURACY, PaperNumbers.BEST_VALIDATION_AT_RATE_0_01, ORDINARY));
        all.add(atLargerRate(GENERATED_SET, Quantity.ACCURACY, PaperNumbers.GENERATED_AT_RATE_0_01, GENERATED));
        return List.copyOf(all);
    }

    private static double weight(PaperNumbers.Row row) {
        return row.isUnpublished() ? UNPUBLISHED : row.set().equals(GENERATED_SET) ? GENERATED : ORDINARY;
    }

    private static StatedNumber atLargerRate(String set, Quantity quantity, double value, double weight) {
        return new StatedNumber(LARGER_RATE, set, quantity, value, PaperNumbers.triplets(set).orElseThrow(), weight);
    }
}
