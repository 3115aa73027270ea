/** The commands of a terminal. Depends on all other packages; none depends on it. */
package facet.cli;
