/** Who is better, of two embedders or of two values of a setting: records with a verdict, from plain measurements. Knows no run, no table and no figure. */
package facet.eval.compare;
