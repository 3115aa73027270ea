package facet.data;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.data.image.TestImages;
import facet.io.FacetException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Given triplets that share an image cannot stand in two parts of a split. */
class SharedImagesTest {

    @TempDir
    private Path folder;

    @Test
    void givenTripletsThatShareAnImageAcrossPartsAreRefused() {
        FaceSet shared = new FaceSet("list", List.of(), IntStream.range(0, 20).mapToObj(i -> new Triplet("t" + i, "ordinary",
                Path.of("a", i + ".jpg"), Path.of("p", i + ".jpg"), Path.of("n", "same.jpg"))).toList(), List.of());
        FacetException e = assertThrows(FacetException.class, () -> TripletSplit.of(shared, 1));
        assertTrue(e.getMessage().contains("same.jpg"), e.getMessage());
    }

    /** A given triplet and the triplets drawn of people share a file: whichever part comes first. */
    @Test
    void aGivenTripletSharesNoImageWithADrawnOneInAnotherPart() {
        Triplet given = new Triplet("g", "ordinary", Path.of("a.jpg"), Path.of("b.jpg"), Path.of("c.jpg"));
        Triplet drawn = new Triplet("d", "ordinary", Path.of("d.jpg"), Path.of("e.jpg"), Path.of("c.jpg"));
        TripletSet first = new TripletSet("test", List.of(given));
        TripletSet second = new TripletSet("train", List.of(drawn));
        for (TripletSet[] parts : new TripletSet[][] {{first, second}, {second, first}}) {
            String message = assertThrows(FacetException.class, () -> new DisjointParts(parts).check(List.of(given), parts)).getMessage();
            assertTrue(message.startsWith("c.jpg of triplet "), message);
        }
    }

    /** One image of a special triplet is also in an ordinary one: by the seed it is trained on, validated on, or, which does no harm, in the ordinary test set. */
    @Test
    void aSpecialTripletSharesNoImageWithWhatIsTrainedOn() {
        List<Triplet> triplets = new ArrayList<>(IntStream.range(0, 20).mapToObj(i -> new Triplet("t" + i, "ordinary",
                Path.of("a", i + ".jpg"), Path.of("p", i + ".jpg"), Path.of("n", i + ".jpg"))).toList());
        List<Triplet> ordinary = List.copyOf(triplets);
        triplets.add(new Triplet("l", "twins", Path.of("a", "3.jpg"), Path.of("l", "p.jpg"), Path.of("l", "n.jpg")));
        FaceSet shared = new FaceSet("list", List.of(), ordinary, triplets);
        int refused = 0;
        for (int seed = 0; seed < 20; seed++) {
            try {
                TripletSplit split = TripletSplit.of(shared, seed);
                assertTrue(split.testSets().get(0).triplets().stream().anyMatch(t -> t.name().equals("t3")));
            } catch (FacetException e) {
                assertTrue(e.getMessage().contains("3.jpg of triplet l, twins, falls in "), e.getMessage());
                refused++;
            }
        }
        assertTrue(refused > 10 && refused < 20, refused + " of 20");
    }

    /** A folder of triplets whose negatives are copies of one image under names of their own. */
    @Test
    void aCopyInAnotherPartIsRefusedAsTheImageItselfIs() throws IOException {
        triplets("copies");
        String message = assertThrows(FacetException.class, () -> TripletSplit.of(FaceFolder.open(folder.resolve("copies")), 1)).getMessage();
        assertTrue(message.matches(".*negative.\\d+\\.png of triplet \\d+ falls in both test and (validation|train) \\(.*negative.\\d+\\.png is a copy of it\\)\\."
                + " Let no two triplets share an image, or give folders of people, of which triplets are drawn\\."), message);
    }

    @Test
    void aCopyInASpecialTestSetIsRefused() throws IOException {
        List<Triplet> ordinary = TripletFolder.read(triplets("own"));
        List<Triplet> all = new ArrayList<>(ordinary);
        Path copy = Files.copy(ordinary.get(3).anchor(), folder.resolve("copy.png"));
        all.add(new Triplet("l", "twins", copy, ordinary.get(3).positive().resolveSibling("p.jpg"), folder.resolve("n.jpg")));
        FaceSet shared = new FaceSet("list", List.of(), ordinary, all);
        int refused = 0;
        for (int seed = 0; seed < 20; seed++) {
            try {
                TripletSplit.of(shared, seed);
            } catch (FacetException e) {
                assertTrue(e.getMessage().contains("copy.png of triplet l, twins, falls in ") && e.getMessage().contains(ordinary.get(3).anchor() + " is a copy of it"), e.getMessage());
                refused++;
            }
        }
        assertTrue(refused > 8 && refused < 20, refused + " of 20");
    }

    /** People of a set that no folder was checked for, such as LFW's. */
    @Test
    void aCopyUnderAnotherPersonIsRefusedWhereItIsDrawnInAnotherPart() throws IOException {
        TestImages.people(folder, 20, 2);
        for (int person = 1; person < 20; person++) {
            Files.copy(folder.resolve("p00/0.png"), folder.resolve(String.format("p%02d/1.png", person)), StandardCopyOption.REPLACE_EXISTING);
        }
        FaceSet people = new FaceSet("people", FaceFolder.people(folder, FaceSet.ORDINARY), List.of(), List.of());
        String message = assertThrows(FacetException.class, () -> TripletSplit.of(people, 1)).getMessage();
        assertTrue(message.contains(" falls in both ") && message.endsWith("is a copy of it). Let no two triplets share an image."), message);
    }

    private Path triplets(String name) throws IOException {
        for (int i = 0; i < 20; i++) {
            TestImages.write(folder.resolve(name).resolve("anchor").resolve(i + ".png"), TestImages.gradient(1 + i, 1));
            TestImages.write(folder.resolve(name).resolve("positive").resolve(i + ".png"), TestImages.gradient(1 + i, 2));
            TestImages.write(folder.resolve(name).resolve("negative").resolve(i + ".png"), TestImages.gradient(name.equals("copies") ? 1 : 1 + i, 3));
        }
        return folder.resolve(name);
    }
}
