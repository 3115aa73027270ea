/** What all of a notebook's output shares: numbers, HTML, the machine, an exercise's answer. Depends on {@code study} and what stands before it. */
package facet.report;
