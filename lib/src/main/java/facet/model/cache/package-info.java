/** What a network computed of an image once and keeps: embeddings and pooled windows, by content. Knows the model. */
package facet.model.cache;
