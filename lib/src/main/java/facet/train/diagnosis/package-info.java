/** Explains in words why a training learns or does not: what each epoch showed, and the rules that judge it. */
package facet.train.diagnosis;
