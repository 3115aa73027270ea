/** Experiments, the runs that they become on disk, and studies of many runs. Knows training. */
package facet.study;
