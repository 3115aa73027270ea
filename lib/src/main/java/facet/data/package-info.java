/**
 * Images, people, triplets and splits, and the downloads that they come from. Knows no other package.
 *
 * <p>From a file to the network's input: {@code ImageFile} decodes, {@code ExifOrientation} turns an image upright, {@code PngColours} converts its colours to sRGB,
 * {@code Resize} is PIL's bilinear, {@code ImageNetColours} normalises, {@code ImageLoader} does all of it. From people to a split: {@link facet.data.FaceSets},
 * {@link facet.data.FaceSet}, {@link facet.data.TripletSplit}.
 */
package facet.data;
