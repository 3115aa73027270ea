package facet.data;

import java.nio.file.Path;
import java.util.List;

/**
 * Somebody and the images of them.
 *
 * @param name their name within the set
 * @param kind of the triplets they may stand in, such as ordinary
 * @param images by file name
 */
public record Person(String name, String kind, List<Path> images) {

    public Person {
        images = List.copyOf(images);
    }
}
