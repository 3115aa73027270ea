/** What all other packages stand on: files that are written whole, locks, checksums, CSV, foreign text, progress, and {@link facet.io.FacetException}. Depends on no other package. */
package facet.io;
