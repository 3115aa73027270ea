package facet.eval.reading;

/**
 * A number that a paper states.
 *
 * @param learningRate of the training that it is of
 * @param set that was measured, as runs name it
 * @param quantity what was measured
 * @param value the number; of an accuracy from 0 to 1
 * @param triplets how many triplets the paper measured
 * @param weight what its log density counts in a score, from 0 to 1
 */
public record StatedNumber(double learningRate, String set, Quantity quantity, double value, int triplets, double weight) {

    public StatedNumber {
        if (triplets < 1 || !(weight >= 0 && weight <= 1) || !(value >= 0) || quantity != Quantity.LOSS && value > 1) {
            throw new IllegalArgumentException("A stated number has triplets, a weight from 0 to 1 and a value that its quantity can have, not " + quantity + " " + value
                    + " of " + triplets + " triplets with weight " + weight + ".");
        }
    }

    /** @return how many of the triplets were correct, of an accuracy */
    int correct() {
        return (int) Math.round(value * triplets);
    }
}
