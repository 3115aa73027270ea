package facet.eval;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Cuts triplets into bins of about equally many, by likeness.
 * Not a running window: neighbours of one share nearly all of their triplets, and one odd triplet makes a bump as wide as the window. In bins each triplet counts once.
 * Not bins of equal width: ordinary strangers crowd at low likeness, and the few most alike, whom the question is about, would be a point with a wide interval.
 */
final class LikenessBins {

    /** The least number of triplets in a bin: at an accuracy of 0.9 its standard error is 0.055 then. */
    static final int LEAST = 30;
    /** More points than these are not read apart, and fewer triplets in each make a wider band. */
    static final int MOST = 8;

    private LikenessBins() { }

    /**
     * Puts triplets in order and cuts them. Equal likeness is not cut apart, so that who is in a bin does not depend on the order of the list.
     *
     * @return for each bin the places of its triplets in the list, the least alike first; one bin where all are equally alike
     * @throws IllegalArgumentException where there are fewer than {@link #LEAST}
     */
    static List<int[]> of(List<JudgedTriplet> triplets) {
        int all = triplets.size();
        if (all < LEAST) {
            throw new IllegalArgumentException("A likeness curve needs " + LEAST + " triplets that were judged; there " + (all == 1 ? "is 1" : "are " + all) + ".");
        }
        int[] order = IntStream.range(0, all).boxed().sorted(Comparator.comparingDouble(i -> triplets.get(i).likeness())).mapToInt(i -> i).toArray();
        List<int[]> bins = new ArrayList<>();
        int left = Math.min(MOST, all / LEAST);
        for (int start = 0; start < all;) {
            int end = Math.min(all, start + Math.max(LEAST, (all - start + left - 1) / left));
            while (end < all && triplets.get(order[end]).likeness() == triplets.get(order[end - 1]).likeness()) {
                end++;
            }
            end = all - end < LEAST ? all : end; // a rest that is too small for a bin of its own
            bins.add(IntStream.range(start, end).map(i -> order[i]).toArray());
            start = end;
            left = Math.max(1, left - 1);
        }
        return bins;
    }
}
