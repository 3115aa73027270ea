/** Images, people, triplets and splits, and the downloads that they come from. Knows no other package. */
package facet.data;
