package facet.spark;

import facet.model.Embeddings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Hands on the embedding of every image in the images' order, where copies of an image are embedded once. It keeps an embedding until its last copy had it. */
final class CopiesInOrder {

    private final List<Path> images;
    private final Map<Path, String> contents;
    private final Map<String, Path> firsts = new LinkedHashMap<>();
    private final Map<String, Integer> left = new HashMap<>();
    private final Map<String, float[]> kept = new HashMap<>();
    private int next;

    /**
     * Nothing is handed on yet.
     *
     * @param contents a text for each image; copies have the same
     */
    CopiesInOrder(List<Path> images, Map<Path, String> contents) {
        this.images = images;
        this.contents = contents;
        for (Path image : images) {
            firsts.putIfAbsent(contents.get(image), image);
            left.merge(contents.get(image), 1, Integer::sum);
        }
    }

    /** The images that have to be embedded, in their order. */
    List<Path> firsts() {
        return List.copyOf(firsts.values());
    }

    /** Takes the next embedding of {@link #firsts}, and hands on all images that can have theirs by now. */
    void take(Path first, float[] embedding, Embeddings.Receiver receiver) {
        kept.put(contents.get(first), embedding);
        while (next < images.size() && kept.containsKey(contents.get(images.get(next)))) {
            String content = contents.get(images.get(next));
            receiver.take(images.get(next), kept.get(content));
            next++;
            if (left.merge(content, -1, Integer::sum) == 0) {
                kept.remove(content);
            }
        }
    }
}
