/** Tables of runs and of comparisons. */
package facet.report.table;
