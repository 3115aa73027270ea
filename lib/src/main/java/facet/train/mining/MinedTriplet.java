package facet.train.mining;

/**
 * A triplet of a batch of people, by the places of its images in the batch, from 0.
 *
 * @param anchor image of a person
 * @param positive another image of the same person
 * @param negative image of another person
 */
record MinedTriplet(int anchor, int positive, int negative) { }
