/**
 * How well a reading of the paper predicts the paper's numbers: the log predictive density of each number, with the chance of other seeds and of other triplets in it.
 * Depends on no run, table or paper: the stated numbers come as values.
 */
package facet.eval.reading;
