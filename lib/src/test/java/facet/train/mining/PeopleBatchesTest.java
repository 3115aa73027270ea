package facet.train.mining;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.data.Person;
import facet.data.TripletSet;
import facet.io.FacetException;
import facet.train.EpochBatches;
import facet.train.StepBatch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PeopleBatchesTest {

    private static final TripletSet NO_TRIPLETS = new TripletSet("train", List.of());

    /** 19 people; the first has one image, the second two, and so on. */
    private static final TrainingPeople PEOPLE = new TrainingPeople(IntStream.rangeClosed(1, 19).mapToObj(number -> new Person("p" + number, "ordinary",
            IntStream.range(0, number).mapToObj(image -> Path.of("p" + number, String.valueOf(image))).toList())).toList());

    /** With batch 8 a step of triplets has 24 images: twelve people with two each, or five (25 images) with five each. */
    @Test
    void everybodyWithEnoughImagesComesOnce() {
        for (int[] each : new int[][] {{2, 8, 12, 6}, {3, 8, 8, 9}, {5, 4, 2, 2, 2, 2, 2, 2, 3}, {5, 8, 5, 5, 5}, {2, 4, 6, 6, 6}}) {
            int images = each[0];
            List<StepBatch> batches = PeopleBatches.of(Mining.BATCHHARD, PEOPLE, images, each[1]).of(NO_TRIPLETS, each[1], 1, 1);
            assertEquals(IntStream.of(each).skip(2).boxed().toList(), batches.stream().map(batch -> batch.images().size() / images).toList());
            Set<String> seen = new TreeSet<>();
            for (StepBatch batch : batches) {
                for (int first = 0; first < batch.images().size(); first += images) {
                    List<Path> own = batch.images().subList(first, first + images);
                    assertEquals(1, own.stream().map(Path::getParent).distinct().count(), "one person");
                    assertEquals(images, new HashSet<>(own).size(), "no image twice");
                    assertTrue(seen.add(own.get(0).getParent().toString()));
                }
            }
            assertEquals(20 - images, seen.size());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SEMIHARD", "BATCHHARD"})
    void batchesFollowFromSeedAndEpochAlone(Mining mining) {
        EpochBatches batches = PeopleBatches.of(mining, PEOPLE, 2, 8);
        assertEquals(images(batches, 1, 3), images(PeopleBatches.of(mining, PEOPLE, 2, 8), 1, 3));
        assertNotEquals(images(batches, 1, 3), images(batches, 1, 4));
        assertNotEquals(images(batches, 1, 3), images(batches, 2, 3));
        assertNotEquals(images(batches, 1, 4), images(batches, 2, 3), "the next seed does not follow an epoch behind");
    }

    /** Somebody's other images come in other epochs. */
    @Test
    void inTheLongRunEachImageComes() {
        EpochBatches batches = PeopleBatches.of(Mining.SEMIHARD, PEOPLE, 2, 8);
        Set<Path> seen = new HashSet<>();
        IntStream.rangeClosed(1, 200).forEach(epoch -> images(batches, 5, epoch).forEach(seen::addAll));
        assertEquals(PEOPLE.images().size() - 1, seen.size(), "all but that of who has one");
    }

    private static List<List<Path>> images(EpochBatches batches, long seed, int epoch) {
        return new ArrayList<>(batches.of(NO_TRIPLETS, 8, seed, epoch).stream().map(StepBatch::images).toList());
    }

    @Test
    void batchesThatNobodyFillsAreRefused() {
        assertEquals("Mining semihard takes 12 people with 9 images each a step, and 11 of the 19 people who are trained on have so many images."
                + " Lower the setting batch (now 36) or images, or add people.",
                assertThrows(FacetException.class, () -> PeopleBatches.of(Mining.SEMIHARD, PEOPLE, 9, 36)).getMessage());
        assertEquals("Mining semihard takes 3 people with 19 images each a step, and 1 of the 19 people who are trained on have so many images."
                + " With batch 19, images can be at most 17. Lower images or batch, or add people.",
                assertThrows(FacetException.class, () -> PeopleBatches.of(Mining.SEMIHARD, PEOPLE, 19, 19)).getMessage());
        PeopleBatches.of(Mining.SEMIHARD, PEOPLE, 17, 19);
        assertThrows(FacetException.class, () -> PeopleBatches.of(Mining.SEMIHARD, PEOPLE, 2, Integer.MAX_VALUE));
        assertEquals(1, PeopleBatches.of(Mining.SEMIHARD, PEOPLE, 9, 33).of(NO_TRIPLETS, 33, 1, 1).size(), "eleven are just enough");
    }

    @Test
    void aBatchOfOnePersonIsRefused() {
        assertEquals("With batch 1 and images 3 a batch is of one person, who has no negative: images has to be at most 2, or batch larger.",
                assertThrows(FacetException.class, () -> PeopleBatches.of(Mining.BATCHHARD, PEOPLE, 3, 1)).getMessage());
        assertEquals(2, PeopleBatches.people(2, 1));
    }
}
