/** People, triplets, splits and the face sets that they come from. Depends on {@code io}, images and downloads. */
package facet.data;
