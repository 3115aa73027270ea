/** People, triplets, splits and the face sets that they come from. Knows {@code io}, images and downloads. */
package facet.data;
