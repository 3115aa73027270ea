/** Parameters in files: safetensors, and where a network's weights come from. Knows the network's parts, not the whole. */
package facet.model.weights;
