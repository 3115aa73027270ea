/** Studies and embeddings on a cluster of Apache Spark. Knows the library, which does not know it. */
package facet.spark;
