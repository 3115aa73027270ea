/** What a network computed of an image once and keeps: embeddings, pooled windows and what spared stages give, by content. Depends on the model. */
package facet.model.cache;
