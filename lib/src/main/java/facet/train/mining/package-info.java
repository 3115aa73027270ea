/** Chooses the triplets that are trained on: drawn anew in each epoch, or the hard ones of batches of people. */
package facet.train.mining;
