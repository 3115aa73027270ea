/** Progress and the time left, in a notebook, a terminal and a log. */
package facet.report.progress;
