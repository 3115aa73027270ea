/** Downloads by address and SHA-256, and archives that are unpacked whole or not at all. Knows {@code io}. */
package facet.data.download;
