package facet.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TripletLossTest {

    private static final int TRIPLETS = 5;
    private static final int LENGTH = 7;

    @ParameterizedTest
    @ValueSource(floats = {0, 0.2f, 1, 10})
    void isTheMeanOfTheHinges(float margin) {
        float[] embeddings = embeddings();
        try (NDManager manager = NDManager.newBaseManager()) {
            float ours = loss(manager, margin, embeddings).getFloat();
            assertEquals(naive(margin, embeddings), ours, 1e-6 * Math.max(1, margin));
        }
    }

    @Test
    void isTheMarginWhereAllEmbeddingsAreEqual() {
        try (NDManager manager = NDManager.newBaseManager()) {
            assertEquals(1, loss(manager, 1, new float[3 * TRIPLETS * LENGTH]).getFloat(), 1e-6);
        }
    }

    @Test
    void isZeroWhereEveryNegativeIsFarEnough() {
        float[] embeddings = new float[3 * TRIPLETS * LENGTH];
        for (int i = 2 * TRIPLETS * LENGTH; i < embeddings.length; i++) {
            embeddings[i] = 5;
        }
        try (NDManager manager = NDManager.newBaseManager()) {
            assertEquals(0, loss(manager, 1, embeddings).getFloat());
        }
    }

    /** The root has no slope at 0: without its epsilon the gradient is 0 / 0. */
    @Test
    void equalEmbeddingsHaveAGradient() {
        try (NDManager manager = NDManager.newBaseManager()) {
            NDArray embeddings = manager.ones(new Shape(3 * TRIPLETS, LENGTH));
            embeddings.setRequiresGradient(true);
            try (GradientCollector gradients = Engine.getInstance().newGradientCollector()) {
                gradients.backward(new TripletLoss(1).evaluate(new NDList(), new NDList(embeddings)));
            }
            assertArrayEquals(new float[3 * TRIPLETS * LENGTH], embeddings.getGradient().toFloatArray(), 1e-12f);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 8})
    void rowsThatAreNoTripletsAreRefused(int rows) {
        try (NDManager manager = NDManager.newBaseManager()) {
            NDList embeddings = new NDList(manager.ones(new Shape(rows, LENGTH)));
            String message = assertThrows(IllegalArgumentException.class, () -> new TripletLoss(1).evaluate(new NDList(), embeddings)).getMessage();
            assertEquals("There are " + rows + " embeddings. Give a multiple of 3: all anchors, then all positives, then all negatives.", message);
        }
    }

    private static NDArray loss(NDManager manager, float margin, float[] embeddings) {
        NDArray array = manager.create(embeddings, new Shape(3 * TRIPLETS, LENGTH));
        return new TripletLoss(margin).evaluate(new NDList(), new NDList(array));
    }

    private static float[] embeddings() {
        Random random = new Random(1);
        float[] values = new float[3 * TRIPLETS * LENGTH];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextFloat();
        }
        return values;
    }

    private static double naive(double margin, float[] e) {
        double sum = 0;
        for (int t = 0; t < TRIPLETS; t++) {
            sum += Math.max(distance(e, t, TRIPLETS + t) - distance(e, t, 2 * TRIPLETS + t) + margin, 0);
        }
        return sum / TRIPLETS;
    }

    private static double distance(float[] e, int a, int b) {
        double sum = 0;
        for (int i = 0; i < LENGTH; i++) {
            sum += Math.pow(e[a * LENGTH + i] - e[b * LENGTH + i], 2);
        }
        return Math.sqrt(sum);
    }
}
