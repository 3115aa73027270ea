/**
 * The embedder: images in, embeddings out. Puts the parts of {@code net} together and fills them from {@code weights}. The loss and its margin are not here but
 * in {@code train}: {@code TripletLoss}.
 */
package facet.model;
