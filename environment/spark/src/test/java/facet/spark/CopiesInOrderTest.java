package facet.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CopiesInOrderTest {

    @Test
    void everyImageGetsTheEmbeddingOfItsContentInOrder() {
        Random random = new Random(1);
        for (int round = 0; round < 200; round++) {
            List<Path> images = new ArrayList<>();
            Map<Path, String> contents = new HashMap<>();
            for (int i = 0; i < random.nextInt(12); i++) {
                images.add(Path.of("" + i));
                contents.put(images.get(i), "" + random.nextInt(6));
            }
            CopiesInOrder copies = new CopiesInOrder(images, contents);
            List<String> handed = new ArrayList<>();
            for (Path first : copies.firsts()) {
                copies.take(first, new float[] {Float.parseFloat(contents.get(first))}, (image, embedding) -> handed.add(image + " " + (int) embedding[0]));
            }
            assertEquals(images.stream().map(image -> image + " " + contents.get(image)).toList(), handed);
            assertEquals(contents.values().stream().distinct().count(), copies.firsts().size(), "each content is embedded once");
        }
    }
}
