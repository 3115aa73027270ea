/** Tables of runs and of comparisons, which they show and do not decide. Depends on {@code report} and {@code eval.compare}. */
package facet.report.table;
