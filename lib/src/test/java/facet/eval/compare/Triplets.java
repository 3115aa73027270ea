package facet.eval.compare;

import facet.eval.Measurements;
import facet.eval.TripletDistances;
import java.util.Arrays;

/** Made-up measurements: a correct triplet has the distances 1 and 2, a wrong one 3 and 2. With the margin 1 their losses are 0 and 2. */
final class Triplets {

    private Triplets() { }

    /** A set of triplets of which some are correct. */
    static Measurements of(String set, boolean... correct) {
        Measurements.Builder measured = new Measurements.Builder().set(set);
        for (int i = 0; i < correct.length; i++) {
            measured.add(set, new TripletDistances("t" + i, "ordinary", correct[i] ? 1 : 3, 2));
        }
        return measured.build();
    }

    /** Some triplets of which the first ones are correct. */
    static boolean[] firstCorrect(int correct, int all) {
        boolean[] values = new boolean[all];
        Arrays.fill(values, 0, correct, true);
        return values;
    }
}
