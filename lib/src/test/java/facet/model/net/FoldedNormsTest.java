package facet.model.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import facet.RelativeError;
import facet.model.FaceEmbedder;
import facet.model.Pass;
import org.junit.jupiter.api.Test;

class FoldedNormsTest {

    @Test
    void giveTheSameEmbeddings() {
        try (NDManager manager = NDManager.newBaseManager(); FaceEmbedder model = FaceEmbedder.builder().build(manager)) {
            float[] plain = embed(model);
            float[] folded;
            try (FoldedNorms norms = model.folded()) {
                folded = embed(model);
            }
            assertTrue(RelativeError.of(plain, folded) < 1e-5);
            assertNotEquals(plain[0], folded[0], "it is another computation");
            assertArrayEquals(plain, embed(model), "closing it takes it back");
        }
    }

    @Test
    void insideOthersDoNothing() {
        try (NDManager manager = NDManager.newBaseManager(); FaceEmbedder model = FaceEmbedder.builder().build(manager)) {
            float[] plain = embed(model);
            int arrays = manager.getManagedArrays().size();
            try (FoldedNorms outer = model.folded()) {
                float[] folded = embed(model);
                int foldedArrays = manager.getManagedArrays().size();
                try (FoldedNorms inner = model.folded()) {
                    assertEquals(foldedArrays, manager.getManagedArrays().size());
                    assertArrayEquals(folded, embed(model));
                }
                assertArrayEquals(folded, embed(model), "the outer ones still hold");
            }
            assertArrayEquals(plain, embed(model));
            assertEquals(arrays, manager.getManagedArrays().size(), "nothing is left");
        }
    }

    @Test
    void leaveNothingWhereFoldingFails() {
        try (NDManager manager = NDManager.newBaseManager(); FaceEmbedder model = FaceEmbedder.builder().build(manager)) {
            model.resnet().named().get("layer4.2.bn3.weight").getArray().close();
            int arrays = manager.getManagedArrays().size();
            assertThrows(RuntimeException.class, model::folded);
            assertEquals(arrays, manager.getManagedArrays().size());
        }
    }

    private static float[] embed(FaceEmbedder model) {
        try (NDManager pass = model.manager().newSubManager()) {
            return Pass.embed(model, Pass.images(pass, 2)).toFloatArray();
        }
    }
}
