/** The network itself: ResNet-50, the feature pyramid, and their arithmetic. Depends on {@code io} and {@code machine}. */
package facet.model.net;
