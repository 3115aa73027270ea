/** What the paper states, as data: its numbers and its claims, without our verdicts. Knows {@code eval} for the intervals of its numbers. */
package facet.paper;
