/** The commands of a terminal. Knows everything; nothing knows it. */
package facet.cli;
