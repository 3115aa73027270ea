package facet.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import facet.data.Triplet;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EpochOrderTest {

    private static final List<Triplet> GROUPS = triplets(19);

    static List<Triplet> triplets(int number) {
        return IntStream.range(0, number).mapToObj(i -> new Triplet("g" + i, "ordinary", Path.of("a" + i), Path.of("p" + i), Path.of("n" + i))).toList();
    }

    @Test
    void everyTripletComesOnceAndTheLastBatchIsSmaller() {
        List<List<Triplet>> batches = EpochOrder.of(GROUPS, 8, 1, 1);
        assertEquals(List.of(8, 8, 3), batches.stream().map(List::size).toList());
        assertEquals(new HashSet<>(GROUPS), new HashSet<>(batches.stream().flatMap(List::stream).toList()));
    }

    @Test
    void orderFollowsFromSeedAndEpochAlone() {
        assertEquals(EpochOrder.of(GROUPS, 8, 1, 3), EpochOrder.of(GROUPS, 8, 1, 3));
        assertNotEquals(EpochOrder.of(GROUPS, 8, 1, 3), EpochOrder.of(GROUPS, 8, 1, 4));
        assertNotEquals(EpochOrder.of(GROUPS, 8, 1, 3), EpochOrder.of(GROUPS, 8, 2, 3));
        assertNotEquals(EpochOrder.of(GROUPS, 8, 1, 4), EpochOrder.of(GROUPS, 8, 2, 3), "the next seed does not follow an epoch behind");
    }

    /** Recorded runs went through their triplets in this order. */
    @Test
    void theOrderIsThatOfEarlierVersions() {
        assertEquals(List.of("g10", "g3", "g0", "g4", "g7", "g17", "g1", "g2"), EpochOrder.of(GROUPS, 8, 1, 1).get(0).stream().map(Triplet::name).toList());
    }

    @Test
    void imagesAreAnchorsThenPositivesThenNegatives() {
        assertEquals(Stream.of("a0", "a1", "p0", "p1", "n0", "n1").map(Path::of).toList(), EpochOrder.images(GROUPS.subList(0, 2)));
    }
}
