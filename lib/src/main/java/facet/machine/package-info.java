/** This machine and this program, as the operating system describes them. Depends on no other package. */
package facet.machine;
