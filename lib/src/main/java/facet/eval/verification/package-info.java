/** Verification as the field reports it: pairs of images with their distances, ROC, EER, TAR at FAR, accuracy over folds, and their intervals. Depends on {@code eval}, images, downloads and the model. */
package facet.eval.verification;
