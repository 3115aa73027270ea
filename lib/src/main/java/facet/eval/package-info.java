/** What distances say: accuracy, verification, and their intervals. Knows no network. */
package facet.eval;
