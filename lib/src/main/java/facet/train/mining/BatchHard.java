package facet.train.mining;

import java.util.ArrayList;
import java.util.List;

/**
 * Each image as an anchor, with the farthest image of the same person and the nearest of anybody else. Source: A. Hermans, L. Beyer, B. Leibe, In Defense of the
 * Triplet Loss for Person Re-Identification, 2017, arXiv 1703.07737, equation 5.
 */
final class BatchHard implements TripletChoice {

    @Override
    public List<MinedTriplet> of(double[][] distances, int images) {
        List<MinedTriplet> triplets = new ArrayList<>();
        for (int anchor = 0; anchor < distances.length; anchor++) {
            int positive = -1;
            int negative = -1;
            for (int other = 0; other < distances.length; other++) {
                double distance = distances[anchor][other];
                if (other / images != anchor / images) {
                    negative = negative < 0 || distance < distances[anchor][negative] ? other : negative;
                } else if (other != anchor) {
                    positive = positive < 0 || distance > distances[anchor][positive] ? other : positive;
                }
            }
            triplets.add(new MinedTriplet(anchor, positive, negative));
        }
        return triplets;
    }
}
