package facet.train.mining;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.data.FaceSet;
import facet.data.GeneratedFaces;
import facet.data.Triplet;
import facet.data.TripletSet;
import facet.data.TripletSplit;
import facet.io.DataHome;
import facet.train.StepBatch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RandomTripletsTest {

    private static final FaceSet FACES = GeneratedFaces.open(DataHome.find());
    private static final TripletSplit SPLIT = TripletSplit.of(FACES, 42).limit(12);
    private static final TrainingPeople PEOPLE = TrainingPeople.of(FACES, SPLIT.train());
    private static final Triplet GIVEN = new Triplet("given", "lookalike", Path.of("a"), Path.of("p"), Path.of("n"));

    @Test
    void anchorsStayAndTheOthersAreDrawnAmongTheTrained() {
        Map<Path, Triplet> before = new HashMap<>();
        SPLIT.train().triplets().forEach(triplet -> before.put(triplet.anchor(), triplet));
        Set<Path> positives = new HashSet<>();
        Set<Path> negatives = new HashSet<>();
        for (int epoch = 1; epoch <= 100; epoch++) {
            Set<String> names = new HashSet<>();
            for (Triplet triplet : drawn(SPLIT.train(), 7, epoch)) {
                assertEquals(before.get(triplet.anchor()).name(), triplet.name());
                assertTrue(names.add(triplet.name()));
                assertEquals(triplet.anchor().getParent(), triplet.positive().getParent());
                assertNotEquals(triplet.anchor(), triplet.positive());
                assertNotEquals(triplet.anchor().getParent(), triplet.negative().getParent());
                positives.add(triplet.positive());
                negatives.add(triplet.negative());
            }
            assertEquals(12, names.size());
        }
        assertEquals(PEOPLE.images(), negatives, "each image comes as a negative, and none of anybody else");
        assertEquals(PEOPLE.images().size() - 12, positives.size(), "each image but the anchors comes as a positive");
    }

    @Test
    void theyFollowFromSeedAndEpochAlone() {
        assertEquals(drawn(SPLIT.train(), 1, 3), drawn(SPLIT.train(), 1, 3));
        assertNotEquals(drawn(SPLIT.train(), 1, 3), drawn(SPLIT.train(), 1, 4));
        assertNotEquals(drawn(SPLIT.train(), 1, 3), drawn(SPLIT.train(), 2, 3));
    }

    /** Nobody says who stands in a given triplet. */
    @Test
    void givenTripletsStay() {
        List<Triplet> both = new ArrayList<>(SPLIT.train().triplets());
        both.add(GIVEN);
        assertTrue(drawn(new TripletSet("train", both), 1, 1).contains(GIVEN));
    }

    /** In the order of the steps. */
    private static List<Triplet> drawn(TripletSet train, long seed, int epoch) {
        List<Triplet> triplets = new ArrayList<>();
        for (StepBatch batch : new RandomTriplets(PEOPLE).of(train, 5, seed, epoch)) {
            List<Triplet> own = batch.triplets(null).triplets();
            assertEquals(Stream.<Function<Triplet, Path>>of(Triplet::anchor, Triplet::positive, Triplet::negative).flatMap(role -> own.stream().map(role)).toList(), batch.images());
            triplets.addAll(own);
        }
        return triplets;
    }
}
