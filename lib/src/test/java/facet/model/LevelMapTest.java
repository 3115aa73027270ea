package facet.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import facet.RelativeError;
import facet.io.FacetException;
import facet.model.net.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LevelMapTest {

    /** Two images, of odd maps: 18, 9, 5, 3 places in a row. */
    @ParameterizedTest
    @CsvSource({"P2,18,256,false", "P3,9,256,true", "P5,3,256,false", "NONE,3,2048,true"})
    void itsMeanIsTheEmbedding(Level level, int side, int channels, boolean normalize) {
        try (NDManager manager = NDManager.newBaseManager(); FaceEmbedder model = FaceEmbedder.builder().level(level).normalize(normalize).build(manager);
                NDArray images = Pass.images(manager, 2); NDArray map = LevelMap.of(model, new ParameterStore(manager, false), images);
                NDArray mean = Pooling.AVERAGE.apply(map); NDArray embeddings = Pass.embed(model, images)) {
            assertEquals(new Shape(2, channels, side, side), map.getShape());
            assertTrue(RelativeError.of(embeddings.toFloatArray(), mean.toFloatArray()) < 1e-5);
            assertFalse(map.hasGradient());
        }
    }

    @ParameterizedTest
    @EnumSource(value = Pooling.class, names = "AVERAGE", mode = EnumSource.Mode.EXCLUDE)
    void otherPoolingsAreRefused(Pooling pooling) {
        try (NDManager manager = NDManager.newBaseManager(); FaceEmbedder model = FaceEmbedder.builder().level(Level.P5).pooling(pooling).build(manager);
                NDArray images = Pass.images(manager, 1)) {
            String message = assertThrows(FacetException.class, () -> LevelMap.of(model, new ParameterStore(manager, false), images)).getMessage();
            assertEquals("Only an average splits into places. This network pools by " + pooling + ": take one with average pooling.", message);
        }
    }

    @Test
    void noArrayStaysBehind() {
        try (NDManager manager = NDManager.newBaseManager(); FaceEmbedder model = FaceEmbedder.builder().level(Level.P2).normalize(true).build(manager);
                NDManager pass = manager.newSubManager(); NDArray images = Pass.images(pass, 1)) {
            ParameterStore store = new ParameterStore(pass, false);
            LevelMap.of(model, store, images).close();
            int before = pass.getManagedArrays().size();
            LevelMap.of(model, store, images).close();
            assertEquals(before, pass.getManagedArrays().size());
        }
    }
}
