/** The training loop and what it reports, its kinds of stop, the triplet loss, the optimiser and the rules of its steps, and the history of a training. Depends on the model and {@code eval}. */
package facet.train;
