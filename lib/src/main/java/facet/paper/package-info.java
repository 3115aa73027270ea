/** What the paper states, as data: its numbers and its claims, without our verdicts. Depends on {@code eval} for the intervals of its numbers and for what a reading has to predict. */
package facet.paper;
