package facet.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import facet.data.image.TestImages;
import facet.eval.TripletDistances;
import facet.io.FacetException;
import facet.io.Progress;
import facet.model.Backbone;
import facet.model.FaceEmbedder;
import facet.model.net.Level;
import facet.train.History;
import facet.train.TrainingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs of each objective: what is measured is the same, and one that was broken off ends with the same bits. */
class ObjectiveRunTest {

    /** Eight people in batches of three, three and two. */
    private static final Experiment FROZEN = Experiment.paper("generated").size(32).triplets(8).with("batch", 2).learningRate(1e-5).backbone(Backbone.FROZEN);
    private static final Experiment TRAINED = Experiment.paper("generated").size(32).triplets(8).with("batch", 2).level(Level.P5).learningRate(1e-4)
            .with("stages", 2).with("norms", "frozen").with("mining", "semihard").with("loss", "soft").with("distance", "squared").with("normalize", "true");
    private static final int EPOCHS = 3;

    @TempDir
    private static Path shared;
    private static Run paper;

    @TempDir
    private Path folder;

    @BeforeAll
    static void trainAsThePaperDoes() {
        paper = trained(shared, FROZEN, EPOCHS);
    }

    @ParameterizedTest
    @CsvSource({"mining=random, 8", "mining=semihard, 16", "mining=batchhard, 16", "mining=semihard images=3, 6", "loss=soft, 8", "distance=squared, 8", "normalize=true, 8",
        "mining=batchhard loss=soft distance=squared normalize=true, 16", "mining=batchhard backbone=trained stages=2 norms=frozen level=P5, 16",
        "mining=random backbone=trained stages=1 norms=frozen level=P5 distance=squared, 8"})
    void brokenOffInTheMiddleOfAnEpochItEndsWithTheSameBits(String settings, int triplets) throws IOException {
        Experiment experiment = RunTest.with(FROZEN, settings);
        Run whole = trained(folder.resolve("whole"), experiment, EPOCHS);
        Run broken = new RunStore(folder.resolve("broken")).run(experiment);
        assertThrows(TrainingException.class, () -> new RunTrainer(broken).train(EPOCHS, (task, done, total, detail) -> {
            if (detail.contains("epoch 2/3, step 2/")) {
                Thread.currentThread().interrupt();
            }
        }));
        assertTrue(Thread.interrupted());
        assertEquals(1, broken.history().lastEpoch());
        new RunTrainer(broken).train(EPOCHS, Progress.silent());
        RunTest.same(whole, broken);
        History history = whole.history();
        long expected = experiment.training().objective().images() == 2 ? triplets : triplets * withThreeImages(whole);
        assertTrue(history.rows("train").stream().allMatch(row -> row.triplets() == expected), history.rows("train").toString());
        assertNotEquals(whole.distances(0, "validation"), whole.distances(EPOCHS, "validation"), "it was trained");
        assertEquals(paper.splitHash(), whole.splitHash());
        for (String set : List.of("validation", "test", "lookalike", "twinlike")) {
            List<TripletDistances> measured = whole.distances(EPOCHS, set);
            assertEquals(paper.distances(EPOCHS, set).stream().map(TripletDistances::name).toList(), measured.stream().map(TripletDistances::name).toList());
            assertEquals(measured.stream().mapToDouble(triplet -> naive(experiment, triplet)).average().orElseThrow(), history.row(set, EPOCHS).loss(), 1e-12);
            assertTrue(!experiment.network().normalize() || measured.stream().allMatch(t -> t.anchorPositive() <= 2 && t.anchorNegative() <= 2), "distances of unit vectors");
        }
    }

    /** Of the people who are trained on; each has six ordered pairs. */
    private static long withThreeImages(Run run) {
        return run.split(Progress.silent()).train().triplets().stream().filter(triplet -> triplet.anchor().getParent().toFile().list().length == 3).count();
    }

    /** Of distances that are Euclidean, whatever trains. */
    private static double naive(Experiment experiment, TripletDistances triplet) {
        boolean squared = experiment.values().texts().get("distance").equals("squared");
        double ap = squared ? triplet.anchorPositive() * triplet.anchorPositive() : triplet.anchorPositive();
        double an = squared ? triplet.anchorNegative() * triplet.anchorNegative() : triplet.anchorNegative();
        return experiment.values().texts().get("loss").equals("soft") ? Math.log(1 + Math.exp(ap - an)) : Math.max(ap - an + 1, 0);
    }

    private static Run trained(Path folder, Experiment experiment, int epochs) {
        Run run = new RunStore(folder).run(experiment);
        new RunTrainer(run).train(epochs, Progress.silent());
        return run;
    }

    @Test
    void killedInTheMiddleOfAnEpochItEndsWithTheSameBits() throws IOException, InterruptedException {
        Run whole = trained(folder.resolve("whole"), TRAINED, RunTest.EPOCHS);
        Run run = new RunStore(folder.resolve("killed")).run(TRAINED);
        RunTest.killInTheMiddle(run, folder.resolve("child.log"));
        new RunTrainer(run).train(RunTest.EPOCHS, Progress.silent());
        RunTest.same(whole, run);
        try (NDManager manager = NDManager.newBaseManager(); FaceEmbedder model = run.model(manager)) {
            assertTrue(model.normalized(), "as the checkpoint says");
        }
    }

    /** What can't be mined is said before there is a folder. */
    @Test
    void whatCannotBeMinedIsRefused() throws IOException {
        Path people = Files.createDirectory(folder.resolve("people"));
        TestImages.people(people, 8, 2);
        Experiment few = Experiment.paper(people.toString()).size(32).backbone(Backbone.FROZEN);
        refused("Mining batchhard takes 12 people with 2 images each a step, and 4 of the 4 people who are trained on have so many images."
                + " Lower the setting batch (now 8) or images, or add people.", few.with("mining", "batchhard"));
        refused("Mining semihard takes 2 people with 3 images each a step, and 0 of the 4 people who are trained on have so many images."
                + " With batch 2, images can be at most 2. Lower images or batch, or add people.", few.with("mining", "semihard").with("images", 3).with("batch", 2));
        StringBuilder csv = new StringBuilder("group,anchor,positive,negative\n");
        for (int t = 0; t < 7; t++) {
            for (int image = 0; image < 3; image++) {
                TestImages.write(folder.resolve(t + "-" + image + ".png"), TestImages.gradient(20 + t, 30 + image));
            }
            csv.append("t%1$d,%1$d-0.png,%1$d-1.png,%1$d-2.png%n".formatted(t));
        }
        Path list = Files.writeString(folder.resolve("list.csv"), csv.toString().replace("\r", ""));
        for (String mining : List.of("random", "semihard", "batchhard")) {
            refused("Mining chooses from people's images, and list.csv lists triplets, which do not name the people."
                    + " Give a folder with a folder a person (Anna/1.jpg), generated or lfw; or leave the setting mining out.", few.with("data", list).with("mining", mining));
        }
    }

    private void refused(String said, Experiment experiment) {
        Run run = new RunStore(folder.resolve("runs")).run(experiment);
        assertEquals(said, assertThrows(FacetException.class, () -> new RunTrainer(run).train(1, Progress.silent())).getMessage());
        assertEquals(said, assertThrows(FacetException.class, () -> new RunTrainer(run).check(1, Progress.silent())).getMessage());
        assertFalse(Files.exists(run.folder()));
    }
}
