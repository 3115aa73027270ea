/** The same pairs of faces decided by people and by networks, and what their answers say of both. */
package facet.eval.quiz;
