package facet.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import facet.RelativeError;
import facet.data.FaceSet;
import facet.data.GeneratedFaces;
import facet.data.Triplet;
import facet.data.TripletSplit;
import facet.data.image.ImageLoader;
import facet.data.image.Inputs;
import facet.io.DataHome;
import facet.io.Progress;
import facet.model.FaceEmbedder;
import facet.model.net.Level;
import facet.model.net.Norms;
import facet.train.mining.Mining;
import facet.train.mining.PeopleBatches;
import facet.train.mining.TrainingPeople;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Steps on batches of people, with norms that are frozen, so that images do not touch each other. */
class MinedTrainingTest {

    private static final FaceSet FACES = GeneratedFaces.open(DataHome.find());
    private static final TripletSplit ALL = TripletSplit.of(FACES, 1).limit(6);
    private static final TripletSplit SPLIT = new TripletSplit("small", ALL.train(), ALL.validation().limit(2), List.of());
    private static final TrainingPeople PEOPLE = TrainingPeople.of(FACES, SPLIT.train());

    /** The gradients are those of the same triplets, given to the network one after the other. */
    @ParameterizedTest
    @EnumSource(names = {"SEMIHARD", "BATCHHARD"})
    void gradientsAreThoseOfTheMinedTriplets(Mining mining) {
        TripletLoss loss = new TripletLoss(1000); // no triplet is that far on the right side
        StepBatch batch = PeopleBatches.of(mining, PEOPLE, 3, 2).of(SPLIT.train(), 2, 5, 1).get(0);
        try (NDManager manager = NDManager.newBaseManager(); ImageLoader loader = new ImageLoader(32); FaceEmbedder model = model(manager);
                Inputs.Feed feed = loader.feed(List.of(batch.images()))) {
            NDArray input = feed.next(manager);
            List<Triplet> triplets;
            Map<String, float[]> mined;
            float value;
            try (TrainingPass pass = TrainingPass.forward(model, loss, input, batch::triplets, false)) {
                pass.backward();
                triplets = pass.triplets();
                value = pass.loss();
                mined = Parameters.takeGradients(model);
            }
            assertEquals(mining == Mining.SEMIHARD ? 12 : 6, triplets.size());
            try (TrainingPass pass = TrainingPass.forward(model, loss, rows(input, batch.images(), triplets))) {
                pass.backward();
                assertEquals(pass.loss(), value, 1e-5 * value);
                Parameters.takeGradients(model).forEach((name, expected) -> {
                    double error = RelativeError.of(expected, mined.get(name));
                    assertTrue(name.endsWith(".bias") || error <= 1e-4, name + " differs by " + error);
                });
            }
        }
    }

    private static NDArray rows(NDArray input, List<Path> images, List<Triplet> triplets) {
        NDList rows = new NDList();
        for (Path image : EpochOrder.images(triplets)) {
            int row = images.indexOf(image);
            rows.add(input.get(new NDIndex("{}:{}", row, row + 1)));
        }
        return NDArrays.concat(rows);
    }

    /** Where few triplets have a loss, given ones are passed through once more without the others; mined ones, of which an image has several, are not. */
    @Test
    void theLoopTakesTheWholeBatchHoweverFewTripletsHaveALoss() {
        try (NDManager manager = NDManager.newBaseManager(); ImageLoader loader = new ImageLoader(32)) {
            EpochBatches batches = PeopleBatches.of(Mining.BATCHHARD, PEOPLE, 3, 2);
            TripletLoss loss = few(manager, loader, batches);
            Map<String, float[]> expected;
            List<Float> losses = new ArrayList<>();
            try (FaceEmbedder model = model(manager); Sgd sgd = new Sgd(1e-5f, 0.9f)) {
                for (int epoch = 1; epoch <= 2; epoch++) {
                    for (StepBatch batch : batches.of(SPLIT.train(), 2, 3, epoch)) {
                        try (NDManager step = manager.newSubManager(); Inputs.Feed feed = loader.feed(List.of(batch.images()));
                                TrainingPass pass = TrainingPass.forward(model, loss, feed.next(step), batch::triplets, false)) {
                            pass.backward();
                            pass.step(sgd);
                            losses.add(pass.loss());
                        }
                    }
                }
                expected = Parameters.of(model);
            }
            try (FaceEmbedder model = model(manager); Sgd sgd = new Sgd(1e-5f, 0.9f)) {
                List<Float> heard = new ArrayList<>();
                new Trainer(model, loss, sgd, loader).batch(2).seed(3).batches(batches).listener(event -> {
                    if (event instanceof TrainingEvent.StepTaken step) {
                        heard.add(step.loss());
                    }
                }).fit(SPLIT, 2, Progress.silent());
                assertEquals(losses, heard);
                assertTrue(losses.stream().anyMatch(each -> each > 0), losses.toString());
                Parameters.of(model).forEach((name, values) -> assertArrayEquals(expected.get(name), values, name));
            }
        }
    }

    /** A loss that one of the first batch's six triplets has. */
    private static TripletLoss few(NDManager manager, ImageLoader loader, EpochBatches batches) {
        StepBatch batch = batches.of(SPLIT.train(), 2, 3, 1).get(0);
        try (FaceEmbedder model = model(manager); Inputs.Feed feed = loader.feed(List.of(batch.images()));
                TrainingPass pass = TrainingPass.forward(model, new TripletLoss(0), feed.next(manager), batch::triplets, false)) {
            List<Double> gaps = TripletMeasurement.of(pass.triplets(), pass.embeddings()).stream().map(t -> t.anchorNegative() - t.anchorPositive()).sorted().toList();
            return new TripletLoss((float) ((gaps.get(0) + gaps.get(1)) / 2));
        }
    }

    private static FaceEmbedder model(NDManager manager) {
        return FaceEmbedder.builder().level(Level.P5).norms(Norms.FROZEN).stages(1).seed(3).build(manager);
    }
}
