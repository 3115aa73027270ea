/** The embedder: images in, embeddings out. Puts the parts of {@code net} together and fills them from {@code weights}. */
package facet.model;
