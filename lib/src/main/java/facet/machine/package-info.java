/** What the operating system says of this machine and this program. Knows nothing of Facet. */
package facet.machine;
