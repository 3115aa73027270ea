/** The same pairs of faces decided by people and by networks, and how accurate both are. */
package facet.eval.quiz;
