package facet.paper;

import facet.eval.Interval;
import facet.eval.Statistics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Every number that the paper states; its figures show values without naming them. Sets are named as Facet names them. */
public final class PaperNumbers {

    /** Triplets in all, which the paper calls groups (section 2.4). */
    public static final int TRIPLETS = 1711;
    /** The triplet loss's margin (section 2.4). */
    public static final double MARGIN = 1.0;
    /** Accuracy on the ordinary test set at learning rate 0.01 (section 3.2). */
    public static final double TEST_AT_RATE_0_01 = 0.776;
    /** Accuracy on the generated look-alikes at learning rate 0.01 (section 3.2). */
    public static final double GENERATED_AT_RATE_0_01 = 0.6;
    /** The greatest accuracy on the validation set at learning rate 0.01 (section 3.2). */
    public static final double BEST_VALIDATION_AT_RATE_0_01 = 0.824;

    private static final double LEARNING_RATE = 0.001;
    private static final double LARGER_LEARNING_RATE = 0.01;
    private static final Map<String, Double> AT_LARGER_LEARNING_RATE = Map.of("test", TEST_AT_RATE_0_01, "generated look-alikes", GENERATED_AT_RATE_0_01);

    /** Table 1: ResNet-50 with FPN, 10 epochs, learning rate 0.001. */
    public static final List<Row> TABLE_1 = List.of(
            new Row("test", "Ordinary faces test set", 170, 1.935, 0.741),
            new Row("generated look-alikes", "Generated similar faces test set", 10, 3.489, 0.4),
            new Row("real look-alikes", "Real similar faces recognized by the public", 10, 1.315, 0.7),
            new Row("twins", "Identical twins test set", 5, 0.121, 1.0));

    /** Triplets a part (section 2.4): 10 are special, 10 % each (170) test and validate, the rest (1,361) trains; 10 and 5 come from elsewhere. */
    public static final List<Part> PARTS = List.of(new Part("train", 1361), new Part("validation", 170), new Part("test", 170),
            new Part("generated look-alikes", 10), new Part("real look-alikes", 10), new Part("twins", 5));

    private PaperNumbers() { }

    /** @return the average loss that the paper states of a set at a learning rate; empty for any learning rate but that of Table 1 */
    public static OptionalDouble loss(String set, double learningRate) {
        return learningRate == LEARNING_RATE ? table1(set).stream().mapToDouble(Row::loss).findFirst() : OptionalDouble.empty();
    }

    /** @return the accuracy that the paper states, in Table 1 or, for the larger learning rate, in section 3.2 */
    public static OptionalDouble accuracy(String set, double learningRate) {
        if (learningRate == LEARNING_RATE) {
            return table1(set).stream().mapToDouble(Row::accuracy).findFirst();
        }
        Double stated = learningRate == LARGER_LEARNING_RATE ? AT_LARGER_LEARNING_RATE.get(set) : null;
        return stated == null ? OptionalDouble.empty() : OptionalDouble.of(stated);
    }

    /** @return the row of Table 1 of a set; nothing for generated near-twins, which are not the paper's twins */
    public static Optional<Row> table1(String set) {
        return TABLE_1.stream().filter(row -> row.set().equals(set)).findFirst();
    }

    /** @return the paper's number of triplets in a part, or nothing */
    public static Optional<Integer> triplets(String set) {
        return PARTS.stream().filter(part -> part.set().equals(set)).map(Part::triplets).findFirst();
    }

    /**
     * A row of Table 1.
     *
     * @param set its name in Facet
     * @param name its name in the paper
     * @param triplets how many triplets
     * @param loss average loss
     * @param accuracy from 0 to 1
     */
    public record Row(String set, String name, int triplets, double loss, double accuracy) {

        /** @return whether its people are from the internet, and the paper does not publish their images */
        public boolean isUnpublished() {
            return List.of("real look-alikes", "twins").contains(set);
        }

        /** @return the 95 % interval of the accuracy ({@link Statistics#wilson}), which the paper does not give */
        public Interval interval() {
            return Statistics.wilson(Math.round(accuracy * triplets), triplets);
        }
    }

    /**
     * A part of the paper's triplets.
     *
     * @param set its name in Facet
     * @param triplets how many triplets
     */
    public record Part(String set, int triplets) { }
}
