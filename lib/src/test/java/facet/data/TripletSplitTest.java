package facet.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.io.DataHome;
import facet.io.FacetException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TripletSplitTest {

    private final FaceSet generated = GeneratedFaces.open(DataHome.find());
    private final FaceSet paper = PaperSet.of(new FaceSet("lfw", people(1680), List.of(), List.of()), generated);

    @Test
    void thePaperHas1711Groups() {
        TripletSplit split = TripletSplit.of(paper, 42);
        assertEquals(1361, split.train().size());
        assertEquals(170, split.validation().size());
        assertEquals(Map.of("test", 170, "generated look-alikes", 10, "lookalike", 34, "twinlike", 46), sizes(split));
        assertEquals("test", split.testSets().get(0).name());
        assertEquals("generated look-alikes", split.testSets().get(1).name());
        assertEquals(1711, split.train().size() + split.validation().size() + sizes(split).get("test") + sizes(split).get("generated look-alikes"));
        assertDisjoint(split);
    }

    @Test
    void theDemoHas220OrdinaryTriplets() {
        TripletSplit split = TripletSplit.of(generated, 42);
        assertEquals(176, split.train().size());
        assertEquals(22, split.validation().size());
        assertEquals(Map.of("test", 22, "lookalike", 65, "twinlike", 46), sizes(split));
        assertDisjoint(split);
    }

    @Test
    void everyPersonGivesOneTripletOfTwoOfTheirImagesAndAStranger() {
        TripletSplit split = TripletSplit.of(paper, 7);
        Map<Path, String> owner = new HashMap<>();
        paper.people().forEach(p -> p.images().forEach(image -> owner.put(image, p.name())));
        Set<String> people = new HashSet<>();
        parts(split).flatMap(part -> part.triplets().stream()).filter(t -> owner.containsKey(t.anchor())).forEach(t -> {
            assertTrue(people.add(t.name()), t.name() + " twice");
            assertEquals(t.name(), owner.get(t.anchor()));
            assertEquals(t.name(), owner.get(t.positive()));
            assertNotEquals(t.anchor(), t.positive());
            assertNotEquals(t.name(), owner.get(t.negative()));
        });
        assertEquals(1680, people.size());
    }

    @Test
    void aSeedIsASplitOnEveryMachine() {
        assertEquals("5410dbe13ff1", TripletSplit.of(generated, 42).hash());
        assertEquals(TripletSplit.of(generated, 42).hash(), TripletSplit.of(generated, 42).hash());
        assertNotEquals(TripletSplit.of(generated, 43).hash(), TripletSplit.of(generated, 42).hash());
        assertEquals("2a21ba43c1a9", TripletSplit.of(paper, 42).hash());
    }

    @Test
    void whereTheImagesLieDoesNotMatter() {
        FaceSet here = new FaceSet("x", people(30), List.of(), List.of());
        List<Person> moved = here.people().stream().map(p -> new Person(p.name(), p.kind(),
                p.images().stream().map(image -> Path.of("elsewhere").resolve(image)).toList())).toList();
        assertEquals(TripletSplit.of(here, 1).hash(), TripletSplit.of(new FaceSet("x", moved, List.of(), List.of()), 1).hash());
    }

    @Test
    void aLimitHoldsForEveryPart() {
        TripletSplit split = TripletSplit.of(generated, 42);
        TripletSplit limited = split.limit(5);
        assertTrue(parts(limited).allMatch(part -> part.size() == 5));
        assertEquals(split.train().triplets().subList(0, 5), limited.train().triplets());
        assertEquals(split.hash(), split.limit(1000).hash());
    }

    @Test
    void sixPeopleAreEnoughAndFiveAreNot() {
        assertDisjoint(TripletSplit.of(new FaceSet("class", people(6), List.of(), List.of()), 1));
        FacetException e = assertThrows(FacetException.class, () -> TripletSplit.of(new FaceSet("class", people(5), List.of(), List.of()), 1));
        assertTrue(e.getMessage().contains("class has 5 people"), e.getMessage());
    }

    /** No image's person stands in two parts; people are the folders that images lie in. */
    static void assertDisjoint(TripletSplit split) {
        Map<String, String> partOf = new HashMap<>();
        parts(split).forEach(part -> {
            for (Triplet t : part.triplets()) {
                for (Path image : List.of(t.anchor(), t.positive(), t.negative())) {
                    String other = partOf.putIfAbsent(person(image), part.name());
                    assertTrue(other == null || other.equals(part.name()), image + " in " + other + " and " + part.name());
                }
            }
        });
    }

    private static Stream<TripletSet> parts(TripletSplit split) {
        return Stream.concat(Stream.of(split.train(), split.validation()), split.testSets().stream());
    }

    private static Map<String, Integer> sizes(TripletSplit split) {
        Map<String, Integer> sizes = new HashMap<>();
        split.testSets().forEach(set -> sizes.put(set.name(), set.size()));
        return sizes;
    }

    /** People with two to six images that are on no disk. */
    private static List<Person> people(int count) {
        return IntStream.range(0, count).mapToObj(i -> {
            String name = String.format("n%04d", i);
            return new Person(name, FaceSet.ORDINARY,
                    IntStream.rangeClosed(1, 2 + i % 5).mapToObj(k -> Path.of(name, name + "_000" + k + ".jpg")).toList());
        }).toList();
    }

    static String person(Path image) {
        return image.getParent().getFileName().toString();
    }
}
