/** The network itself: ResNet-50, the feature pyramid, and their arithmetic. Knows {@code data}. */
package facet.model.net;
