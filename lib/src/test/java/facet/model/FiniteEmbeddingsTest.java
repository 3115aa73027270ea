package facet.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import facet.io.FacetException;
import facet.io.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FiniteEmbeddingsTest {

    @Test
    void whatIsNotFiniteIsRefusedAndTheImageNamed() {
        for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
            List<Path> taken = new ArrayList<>();
            EmbeddingSource source = new FiniteEmbeddings((images, progress, receiver) ->
                    images.forEach(image -> receiver.take(image, new float[] {0, image.endsWith("b.jpg") ? bad : 1})));
            String message = assertThrows(FacetException.class, () -> source.each(List.of(Path.of("a.jpg"), Path.of("b.jpg")), Progress.silent(),
                    (image, embedding) -> taken.add(image))).getMessage();
            assertEquals("b.jpg: the network's embedding holds " + bad + ". Its weights are damaged, or their training diverged: take other weights.", message);
            assertEquals(List.of(Path.of("a.jpg")), taken);
        }
    }
}
