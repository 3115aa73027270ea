package facet.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.dataset.Batch;
import facet.data.image.ImageLoader;
import facet.io.DataHome;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class TripletDatasetTest {

    private final List<Triplet> triplets = GeneratedFaces.open(DataHome.find()).triplets().subList(0, 5);

    @Test
    void aBatchHoldsAnchorsPositivesAndNegatives() throws Exception {
        try (NDManager manager = NDManager.newBaseManager(); ImageLoader loader = new ImageLoader(32)) {
            TripletDataset dataset = TripletDataset.builder().setTriplets(triplets).setLoader(loader).setSampling(2, false).build();
            int seen = 0;
            for (Batch batch : dataset.getData(manager)) {
                int size = batch.getSize();
                assertEquals(3, batch.getData().size());
                float[] labels = batch.getLabels().singletonOrThrow().toFloatArray();
                assertEquals(size, labels.length);
                assertEquals(seen, labels[0]); // the first triplet's place
                for (int role = 0; role < 3; role++) {
                    NDArray images = batch.getData().get(role);
                    assertEquals(new Shape(size, 3, 32, 32), images.getShape());
                    for (int i = 0; i < size; i++) {
                        Triplet t = triplets.get(seen + i);
                        Path file = List.of(t.anchor(), t.positive(), t.negative()).get(role);
                        float[] expected = loader.batch(manager, List.of(loader.load(file))).toFloatArray();
                        assertArrayEquals(expected, images.get(i).toFloatArray());
                    }
                }
                seen += size;
                batch.close();
            }
            assertEquals(5, seen);
        }
    }

    @Test
    void theBuilderSaysWhatIsMissing() {
        TripletDataset.Builder builder = TripletDataset.builder().setTriplets(triplets).setSampling(2, false);
        assertEquals("setLoader is missing", assertThrows(NullPointerException.class, builder::build).getMessage());
    }
}
