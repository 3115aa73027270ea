/** Who is better, of two embedders or of two values of a setting: records with a verdict, from plain measurements. Depends on no run, table or figure. */
package facet.eval.compare;
