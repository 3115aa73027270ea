/** Facet beside PyTorch in Python, in turns on one machine. */
package facet.benchmark;
