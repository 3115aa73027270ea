/** Downloads by address and SHA-256, and archives that are unpacked whole or not at all. Depends on {@code io}. */
package facet.data.download;
