/** From an image file to numbers: decoding, EXIF orientation ({@code ExifOrientation}), colour profiles, resizing as PIL does, views that training mirrors and crops, batches. Depends on {@code io}. */
package facet.data.image;
