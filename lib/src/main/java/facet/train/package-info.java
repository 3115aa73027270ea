/** The training loop, the triplet loss, the optimiser and the history of a training. Knows the model and {@code eval}. */
package facet.train;
