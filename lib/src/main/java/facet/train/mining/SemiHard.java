package facet.train.mining;

import java.util.ArrayList;
import java.util.List;

/**
 * Each ordered pair of a person's images, with the nearest negative that is farther from the anchor than the positive: a semi-hard one, where it lies within the margin;
 * beyond it the pair has no loss. Where no negative is farther, the pair takes the farthest, which is the least hard.
 * Source: F. Schroff, D. Kalenichenko, J. Philbin, FaceNet, CVPR 2015, section 3.2, which does not say what such a pair does; there this does as TensorFlow Addons'
 * TripletSemiHardLoss. pytorch-metric-learning's TripletMarginMiner leaves both kinds of pair out, and takes every semi-hard negative of the others.
 */
final class SemiHard implements TripletChoice {

    @Override
    public List<MinedTriplet> of(double[][] distances, int images) {
        List<MinedTriplet> triplets = new ArrayList<>();
        for (int anchor = 0; anchor < distances.length; anchor++) {
            int first = anchor - anchor % images;
            for (int positive = first; positive < first + images; positive++) {
                if (positive != anchor) {
                    triplets.add(new MinedTriplet(anchor, positive, negative(distances[anchor], distances[anchor][positive], first, first + images)));
                }
            }
        }
        return triplets;
    }

    /** The place of the negative: outside of the person's own places. */
    private static int negative(double[] distances, double positive, int first, int end) {
        int nearest = -1;
        int farthest = -1;
        for (int other = 0; other < distances.length; other++) {
            if (other < first || other >= end) {
                if (distances[other] > positive && (nearest < 0 || distances[other] < distances[nearest])) {
                    nearest = other;
                }
                if (farthest < 0 || distances[other] > distances[farthest]) {
                    farthest = other;
                }
            }
        }
        return nearest < 0 ? farthest : nearest;
    }
}
