package facet.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import facet.model.Pooling;
import facet.model.net.Level;
import facet.model.net.Precision;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SparkEmbeddingsTest {

    /** Or images would be in other batches than in the local command, which may give other last bits. */
    @Test
    void aTaskHasWholeBatches() {
        NetworkSettings settings = new NetworkSettings("embedded", "", Level.P2, Pooling.AVERAGE, false, Precision.FP32, 64);
        List<Path> images = IntStream.range(0, 70).mapToObj(i -> Path.of("/" + i)).toList();
        List<EmbedTask> tasks = new SparkEmbeddings(new MasterAddress("spark://host:1"), settings, 2, true).tasks(images);
        assertEquals(List.of(32, 32, 6), tasks.stream().map(task -> task.images().size()).toList());
        assertEquals(images.stream().map(Path::toString).toList(), tasks.stream().flatMap(task -> task.images().stream()).toList());
    }
}
