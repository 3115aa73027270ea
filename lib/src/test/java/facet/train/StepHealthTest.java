package facet.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import facet.data.Triplet;
import facet.model.FaceEmbedder;
import facet.model.net.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StepHealthTest {

    private static final int TRIPLETS = 3;

    @Test
    void isWhatALoopOverTheEmbeddingsFinds() {
        for (double share : new double[] {0, 1.0 / 3, 1}) { // of active triplets
            try (NDManager manager = NDManager.newBaseManager(); FaceEmbedder model = FaceEmbedder.builder().level(Level.P4).build(manager);
                    Sgd sgd = new Sgd(1e-6f, 0.9f); NDManager owner = manager.newSubManager()) {
                double[][] embeddings = embeddings(model, owner);
                float margin = margin(embeddings, share);
                try (TrainingPass pass = TrainingPass.forward(model, new TripletLoss(margin), owner.arange(9 * 3 * 32 * 32).sin().reshape(new Shape(9, 3, 32, 32)))) {
                    pass.backward();
                    double gradient = GradientNorm.of(model);
                    pass.step(sgd);
                    same(embeddings, margin, share, gradient, StepHealth.of(pass, TripletMeasurement.of(triplets(), pass.embeddings()), triplet -> triplet.loss(margin)));
                }
            }
        }
    }

    private static void same(double[][] embeddings, double margin, double share, double gradient, StepHealth health) {
        double positive = 0;
        double negative = 0;
        double norm = 0;
        int active = 0;
        for (int i = 0; i < TRIPLETS; i++) {
            double ap = distance(embeddings[i], embeddings[TRIPLETS + i]);
            double an = distance(embeddings[i], embeddings[2 * TRIPLETS + i]);
            positive += ap / TRIPLETS;
            negative += an / TRIPLETS;
            active += ap - an + margin > 0 ? 1 : 0;
        }
        for (double[] embedding : embeddings) {
            norm += distance(embedding, new double[embedding.length]) / embeddings.length;
        }
        assertEquals(Math.round(TRIPLETS * share), active);
        assertEquals(active, health.active());
        assertEquals(TRIPLETS, health.triplets());
        assertEquals(positive, health.positive(), 1e-4 * positive);
        assertEquals(negative, health.negative(), 1e-4 * negative);
        assertEquals(norm, health.norm(), 1e-4 * norm);
        assertEquals(gradient, health.gradient());
        assertEquals(active == 0, health.gradient() == 0);
    }

    /** A margin at which a share of the triplets is active. */
    private static float margin(double[][] embeddings, double share) {
        double[] needed = IntStream.range(0, TRIPLETS).mapToDouble(i -> distance(embeddings[i], embeddings[2 * TRIPLETS + i]) - distance(embeddings[i], embeddings[TRIPLETS + i])).sorted().toArray();
        int active = (int) Math.round(TRIPLETS * share);
        return (float) (active == 0 ? needed[0] - 1 : active == TRIPLETS ? needed[TRIPLETS - 1] + 1 : (needed[active - 1] + needed[active]) / 2);
    }

    private static double[][] embeddings(FaceEmbedder model, NDManager owner) {
        try (TrainingPass pass = TrainingPass.forward(model, new TripletLoss(1), owner.arange(9 * 3 * 32 * 32).sin().reshape(new Shape(9, 3, 32, 32)))) {
            float[] all = pass.embeddings().toFloatArray();
            int dimensions = all.length / (3 * TRIPLETS);
            return IntStream.range(0, 3 * TRIPLETS).mapToObj(i -> IntStream.range(0, dimensions).mapToDouble(j -> all[i * dimensions + j]).toArray()).toArray(double[][]::new);
        }
    }

    private static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return Math.sqrt(sum);
    }

    private static List<Triplet> triplets() {
        return IntStream.range(0, TRIPLETS).mapToObj(i -> new Triplet("t" + i, "ordinary", Path.of("a" + i), Path.of("p" + i), Path.of("n" + i))).toList();
    }
}
