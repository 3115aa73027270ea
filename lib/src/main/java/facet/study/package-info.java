/** Experiments, the runs that they become on disk, and studies of many runs. Depends on training. */
package facet.study;
