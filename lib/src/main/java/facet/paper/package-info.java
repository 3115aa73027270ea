/** The numbers that the paper states. Knows {@code eval} for their intervals. */
package facet.paper;
