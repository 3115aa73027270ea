/** What all of a notebook's output shares: numbers, HTML, the machine, an exercise's answer. */
package facet.report;
