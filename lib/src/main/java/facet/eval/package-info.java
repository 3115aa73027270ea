/** Measures that are computed from distances: accuracy, errors at a threshold, and their intervals. Depends on no network. */
package facet.eval;
