package facet.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class EuclideanDistanceTest {

    @Test
    void isTheRootOfTheSquares() {
        assertEquals(13, EuclideanDistance.between(new float[] {1, 5, 0}, new float[] {4, 1, 12}));
        assertEquals(0, EuclideanDistance.between(new float[] {7, 7}, new float[] {7, 7}), "equal embeddings have no distance, not the root of an epsilon");
    }

    /** A sum in float would lose what is small: 1 + 1e-8 is 1 there. */
    @Test
    void sumsInDouble() {
        float small = 1e-4f;
        assertEquals(Math.sqrt(1 + (double) small * small), EuclideanDistance.between(new float[] {1, small}, new float[] {0, 0}));
    }

    @Test
    void otherDimensionsAreRefused() {
        assertEquals("Embeddings of 2 and 3 dimensions have no distance.",
                assertThrows(IllegalArgumentException.class, () -> EuclideanDistance.between(new float[2], new float[3])).getMessage());
    }
}
