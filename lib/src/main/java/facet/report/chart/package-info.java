/** Charts, galleries and the diagram of the network. */
package facet.report.chart;
