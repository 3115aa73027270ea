/** Whether Facet computes what torchvision computes. Knows the model and training. */
package facet.parity;
