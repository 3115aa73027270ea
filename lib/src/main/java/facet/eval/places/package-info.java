/**
 * Where on two images a distance comes from: what each place of a level's map contributes to it, and an occlusion map as a check. Depends on {@code eval}, images and
 * the model.
 */
package facet.eval.places;
