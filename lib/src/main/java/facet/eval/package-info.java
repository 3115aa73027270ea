/** What distances say: accuracy, errors at a threshold, and their intervals. Knows no network. */
package facet.eval;
