package facet.data;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Given groups that share a picture cannot stand in two parts of a split. */
class SharedImagesTest {

    @Test
    void givenGroupsThatShareAnImageAcrossPartsAreRefused() {
        FaceSet shared = new FaceSet("list", List.of(), IntStream.range(0, 20).mapToObj(i -> new Triplet("t" + i, "ordinary",
                Path.of("a", i + ".jpg"), Path.of("p", i + ".jpg"), Path.of("n", "same.jpg"))).toList(), List.of());
        FacetException e = assertThrows(FacetException.class, () -> TripletSplit.of(shared, 1));
        assertTrue(e.getMessage().contains("same.jpg"), e.getMessage());
    }

    /** One picture of a special group is also in an ordinary one: by the seed it is trained on, validated on, or, which does no harm, in the ordinary test set. */
    @Test
    void aSpecialGroupSharesNoImageWithWhatIsTrainedOn() {
        List<Triplet> groups = new ArrayList<>(IntStream.range(0, 20).mapToObj(i -> new Triplet("t" + i, "ordinary",
                Path.of("a", i + ".jpg"), Path.of("p", i + ".jpg"), Path.of("n", i + ".jpg"))).toList());
        List<Triplet> ordinary = List.copyOf(groups);
        groups.add(new Triplet("l", "twins", Path.of("a", "3.jpg"), Path.of("l", "p.jpg"), Path.of("l", "n.jpg")));
        FaceSet shared = new FaceSet("list", List.of(), ordinary, groups);
        int refused = 0;
        for (int seed = 0; seed < 20; seed++) {
            try {
                TripletSplit split = TripletSplit.of(shared, seed);
                assertTrue(split.testSets().get(0).triplets().stream().anyMatch(t -> t.group().equals("t3")));
            } catch (FacetException e) {
                assertTrue(e.getMessage().contains("3.jpg of group l, twins, falls in "), e.getMessage());
                refused++;
            }
        }
        assertTrue(refused > 10 && refused < 20, refused + " of 20");
    }
}
