package facet.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import facet.eval.Distance;
import facet.eval.LossForm;
import facet.eval.MeasuredLoss;
import facet.model.net.UnitLength;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each form of the loss, of each distance, of embeddings as they are and of length 1, beside loops over doubles. In float64, where no hinge flips by rounding. */
class LossFormTest {

    private static final int TRIPLETS = 5;
    private static final int LENGTH = 7;
    private static final double MARGIN = 0.3;

    private record Form(LossForm loss, Distance distance, boolean normalize) {

        MeasuredLoss formula() {
            return new MeasuredLoss(loss, distance, MARGIN);
        }
    }

    private static Stream<Form> forms() {
        return Stream.of(LossForm.values()).flatMap(loss -> Stream.of(Distance.values())
                .flatMap(distance -> Stream.of(false, true).map(normalize -> new Form(loss, distance, normalize))));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void valueAndGradientAreThoseOfTheLoop(Form form) {
        double[] embeddings = new Random(1).doubles(3L * TRIPLETS * LENGTH, -0.4, 0.4).toArray();
        double[] gradient = gradient(form, embeddings);
        double step = 1e-5;
        int flat = 0;
        for (int i = 0; i < embeddings.length; i++) {
            double[] more = embeddings.clone();
            double[] less = embeddings.clone();
            more[i] += step;
            less[i] -= step;
            double expected = (naive(form, more) - naive(form, less)) / (2 * step);
            assertEquals(expected, gradient[i], 1e-7, "number " + i);
            flat += expected == 0 ? 1 : 0;
        }
        assertTrue(flat < gradient.length / 2, "the loss sees most of the numbers");
        try (NDManager manager = NDManager.newBaseManager(); NDArray array = manager.create(embeddings, new Shape(3 * TRIPLETS, LENGTH))) {
            assertEquals(naive(form, embeddings), loss(form, array).toDoubleArray()[0], 1e-7, "the margin is a float");
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void whatTrainsIsWhatIsMeasured(Form form) {
        float[] values = new float[3 * TRIPLETS * LENGTH];
        Random random = new Random(2);
        IntStream.range(0, values.length).forEach(i -> values[i] = random.nextFloat() - 0.5f);
        try (NDManager manager = NDManager.newBaseManager(); NDArray array = manager.create(values, new Shape(3 * TRIPLETS, LENGTH))) {
            TripletLoss loss = new TripletLoss(form.formula());
            float trained = loss.evaluate(new NDList(), new NDList(array)).getFloat();
            var measured = TripletMeasurement.of(EpochOrderTest.triplets(TRIPLETS), array);
            assertEquals(trained, loss.measured().mean(measured), 1e-6);
        }
    }

    /** Collapsed to a point: 0 / 0 has to be nowhere. */
    @ParameterizedTest
    @MethodSource("forms")
    void equalEmbeddingsHaveAGradientOfZero(Form form) {
        for (float value : new float[] {0, 1, -3e4f}) {
            float[] equal = new float[3 * TRIPLETS * LENGTH];
            Arrays.fill(equal, value);
            try (NDManager manager = NDManager.newBaseManager(); NDArray array = manager.create(equal, new Shape(3 * TRIPLETS, LENGTH))) {
                assertArrayEquals(new float[equal.length], gradient(form, array).toFloatArray(), 1e-6f, "of " + value);
            }
        }
    }

    /** exp(1000) is infinite, its loss is not; and the gradient is that of d(A, P) - d(A, N). */
    @Test
    void theSoftLossOfDistancesThatLieFarApartIsFinite() {
        for (float far : new float[] {1000, -1000}) {
            float[] values = {0, Math.max(far, 0), Math.max(-far, 0)};
            try (NDManager manager = NDManager.newBaseManager(); NDArray array = manager.create(values, new Shape(3, 1))) {
                Form soft = new Form(LossForm.SOFT, Distance.EUCLIDEAN, false);
                assertEquals(Math.max(far, 0), loss(soft, array).getFloat());
                assertArrayEquals(far > 0 ? new float[] {-1, 1, 0} : new float[3], gradient(soft, array).toFloatArray(), 1e-6f);
            }
        }
    }

    private static double[] gradient(Form form, double[] embeddings) {
        try (NDManager manager = NDManager.newBaseManager(); NDArray array = manager.create(embeddings, new Shape(3 * TRIPLETS, LENGTH))) {
            return gradient(form, array).toDoubleArray();
        }
    }

    private static NDArray gradient(Form form, NDArray array) {
        array.setRequiresGradient(true);
        try (GradientCollector gradients = Engine.getInstance().newGradientCollector()) {
            gradients.backward(loss(form, array));
        }
        return array.getGradient();
    }

    private static NDArray loss(Form form, NDArray array) {
        NDArray embeddings = form.normalize() ? UnitLength.of(array.mul(1)) : array; // it closes what it is given
        return new TripletLoss(form.formula()).evaluate(new NDList(), new NDList(embeddings));
    }

    private static double naive(Form form, double[] e) {
        double sum = 0;
        for (int t = 0; t < TRIPLETS; t++) {
            double difference = distance(form, e, t, TRIPLETS + t) - distance(form, e, t, 2 * TRIPLETS + t);
            sum += form.loss() == LossForm.HINGE ? Math.max(difference + (float) MARGIN, 0) : Math.log(1 + Math.exp(difference));
        }
        return sum / TRIPLETS;
    }

    private static double distance(Form form, double[] e, int a, int b) {
        double sum = 0;
        for (int i = 0; i < LENGTH; i++) {
            double difference = e[a * LENGTH + i] / length(form, e, a) - e[b * LENGTH + i] / length(form, e, b);
            sum += difference * difference;
        }
        return form.distance() == Distance.SQUARED ? sum : Math.sqrt(sum);
    }

    private static double length(Form form, double[] e, int row) {
        double sum = 0;
        for (int i = 0; i < LENGTH; i++) {
            sum += e[row * LENGTH + i] * e[row * LENGTH + i];
        }
        return form.normalize() ? Math.sqrt(sum) : 1;
    }
}
