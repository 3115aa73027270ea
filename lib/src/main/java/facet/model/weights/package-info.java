/** Parameters in files: safetensors, and where a network's weights come from. Depends on the network's parts, not the whole. */
package facet.model.weights;
