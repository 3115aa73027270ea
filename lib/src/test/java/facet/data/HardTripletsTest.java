package facet.data;

import static facet.data.TripletSplitTest.person;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.io.DataHome;
import facet.io.FacetException;
import facet.io.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleBiFunction;
import org.junit.jupiter.api.Test;

/** Hard triplets and the judged split, by a judge that goes by the files' names. */
class HardTripletsTest {

    private final FaceSet generated = GeneratedFaces.open(DataHome.find());
    private final TripletSplit split = TripletSplit.of(generated, 42);
    private final Set<Path> judged = new HashSet<>();

    private static double likeness(Path first, Path second) {
        return Math.floorMod(31 * first.getFileName().toString().hashCode() + second.getFileName().toString().hashCode(), 1009) / 1009.0;
    }

    /** It only knows the images that it was shown. */
    private final Judge judge = new Judge() {
        @Override
        public String name() {
            return "by names";
        }

        @Override
        public ToDoubleBiFunction<Path, Path> likeness(Collection<Path> images, Progress progress) {
            judged.addAll(images);
            return (first, second) -> {
                assertTrue(judged.contains(first) && judged.contains(second), first + " " + second);
                return HardTripletsTest.likeness(first, second);
            };
        }
    };

    @Test
    void theStrangerIsTheMostAlikeOfAllImagesOfThePart() {
        TripletSet test = split.testSets().get(0);
        TripletSet hard = HardTriplets.of(test, generated, HardTripletsTest::likeness);
        assertEquals("hard test", hard.name());
        assertEquals(test.size(), hard.size());
        List<Path> everybody = new ArrayList<>();
        for (Person person : generated.people()) {
            if (test.triplets().stream().anyMatch(t -> t.name().equals(person.name()))) {
                everybody.addAll(person.images());
            }
        }
        assertTrue(everybody.size() > 2 * test.size());
        int others = 0;
        for (int i = 0; i < test.size(); i++) {
            Triplet before = test.triplets().get(i);
            Triplet t = hard.triplets().get(i);
            assertEquals(List.of(before.name(), "hard", before.anchor(), before.positive()), List.of(t.name(), t.kind(), t.anchor(), t.positive()));
            double most = -1;
            for (Path image : everybody) {
                most = person(image).equals(before.name()) ? most : Math.max(most, likeness(t.anchor(), image));
            }
            assertEquals(most, t.likeness());
            assertEquals(most, likeness(t.anchor(), t.negative()));
            assertTrue(!person(t.negative()).equals(t.name()) && everybody.contains(t.negative()));
            others += t.negative().equals(before.negative()) ? 0 : 1;
        }
        assertTrue(others > test.size() / 2);
    }

    @Test
    void ofEquallyAlikeTheFirstByPersonAndFile() {
        TripletSet test = split.testSets().get(0);
        List<String> people = test.triplets().stream().map(Triplet::name).sorted().toList();
        for (Triplet t : HardTriplets.of(test, generated, (a, b) -> 0.5).triplets()) {
            String first = people.get(0).equals(t.name()) ? people.get(1) : people.get(0);
            assertEquals(first + "/" + first + "_0001.jpg", person(t.negative()) + "/" + t.negative().getFileName());
        }
    }

    /** In the paper's set some triplets of a part are given: their people are strangers like all others. */
    @Test
    void aGivenTripletsPeopleAreCandidates() {
        Triplet given = new Triplet("pair", "lookalike", Path.of("x", "1.jpg"), Path.of("x", "2.jpg"), Path.of("y", "1.jpg"));
        Triplet drawn = new Triplet("g", "ordinary", Path.of("g", "1.jpg"), Path.of("g", "2.jpg"), Path.of("x", "1.jpg"));
        TripletSet hard = HardTriplets.of(new TripletSet("test", List.of(given, drawn)), new FaceSet("none", List.of(), List.of(), List.of()),
                (a, b) -> person(b).equals("y") ? 1 : 0);
        assertEquals(List.of(Path.of("y", "1.jpg"), Path.of("y", "1.jpg")), hard.triplets().stream().map(Triplet::negative).toList());
    }

    @Test
    void whoIsAloneInAPartHasNoStranger() {
        Triplet only = new Triplet("g", "ordinary", Path.of("g", "1.jpg"), Path.of("g", "2.jpg"), Path.of("g", "3.jpg"));
        assertEquals("g is alone in a part of the split, so there is no negative: add people.", assertThrows(FacetException.class,
                () -> HardTriplets.of(new TripletSet("test", List.of(only)), generated, HardTripletsTest::likeness)).getMessage());
    }

    @Test
    void judgedSetsAreMeasuredAndNeitherTrainedOnNorPartOfTheHash() {
        TripletSplit whole = JudgedSplit.of(split, split, generated, judge, Progress.silent());
        assertEquals(split.hash(), whole.hash());
        assertEquals("5410dbe13ff1", whole.hash());
        assertEquals(split.train(), whole.train());
        assertEquals(List.of("validation", "test", "lookalike", "twinlike", "hard test", "hard validation"), whole.measured().stream().map(TripletSet::name).toList());
        assertEquals(whole.measured(), whole.all().subList(1, whole.all().size()));
        whole.measured().forEach(set -> set.triplets().forEach(t -> assertEquals(likeness(t.anchor(), t.negative()), t.likeness(), set.name())));
        assertTrue(split.measured().stream().flatMap(set -> set.triplets().stream()).allMatch(t -> Double.isNaN(t.likeness())));
        TripletSplit moved = whole.images(image -> Path.of("elsewhere").resolve(image.getFileName()));
        assertTrue(moved.judged().get(0).triplets().stream().allMatch(t -> t.negative().startsWith("elsewhere") && !Double.isNaN(t.likeness())));
        assertEquals(whole.judged().get(1).triplets().subList(0, 5), whole.limit(5).judged().get(1).triplets());
    }

    @Test
    void aStrangerDoesNotDependOnHowManyTripletsAreUsed() {
        TripletSplit whole = JudgedSplit.of(split, split, generated, judge, Progress.silent());
        assertEquals(whole.limit(1), JudgedSplit.of(split.limit(1), split, generated, judge, Progress.silent()).limit(1));
        assertEquals(List.of(1, 1), JudgedSplit.of(split.limit(1), split, generated, judge, Progress.silent()).judged().stream().map(TripletSet::size).toList());
    }

    @Test
    void noKindOfTripletBearsTheirNames() {
        assertTrue(HardTriplets.isHard("hard test") && HardTriplets.isHard("hard validation") && !HardTriplets.isHard("test") && !HardTriplets.isHard("hard"));
        assertEquals(HardTriplets.SETS, List.of(HardTriplets.of(split.testSets().get(0), generated, (a, b) -> 0).name(), HardTriplets.of(split.validation(), generated, (a, b) -> 0).name()));
    }
}
