package facet.eval;

/**
 * The dense accuracy of one person ({@link DenseAccuracy}).
 *
 * @param person their name
 * @param images how many there are of them, two or more
 * @param accuracy the share of (pair, image of a stranger) with d(A, P) &lt; d(A, N), from 0 to 1; a tie counts half
 */
public record PersonAccuracy(String person, int images, double accuracy) {

    /** @return the number of ordered pairs (anchor, positive) of their images */
    public long pairs() {
        return (long) images * (images - 1);
    }
}
