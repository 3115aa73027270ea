/** Whether Facet computes what torchvision computes. Depends on the model and training. */
package facet.parity;
