package facet.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
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
    void theDemoHas220OrdinaryGroups() {
        TripletSplit split = TripletSplit.of(generated, 42);
        assertEquals(176, split.train().size());
        assertEquals(22, split.validation().size());
        assertEquals(Map.of("test", 22, "lookalike", 65, "twinlike", 46), sizes(split));
        assertDisjoint(split);
    }

    @Test
    void everyPersonGivesOneGroupOfTwoOfTheirImagesAndAStranger() {
        TripletSplit split = TripletSplit.of(paper, 7);
        Map<Path, String> owner = new HashMap<>();
        paper.people().forEach(p -> p.images().forEach(image -> owner.put(image, p.name())));
        Set<String> people = new HashSet<>();
        parts(split).flatMap(part -> part.triplets().stream()).filter(t -> owner.containsKey(t.anchor())).forEach(t -> {
            assertTrue(people.add(t.group()), t.group() + " twice");
            assertEquals(t.group(), owner.get(t.anchor()));
            assertEquals(t.group(), owner.get(t.positive()));
            assertNotEquals(t.anchor(), t.positive());
            assertNotEquals(t.group(), owner.get(t.negative()));
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
    void theNearestStrangerIsOfTheSamePart() {
        TripletSplit split = TripletSplit.of(generated, 42, Negatives.nearest((a, b) -> Math.abs(number(a.name()) - number(b.name()))));
        assertDisjoint(split);
        List<Triplet> test = split.testSets().get(0).triplets();
        for (Triplet t : test) {
            int distance = test.stream().filter(o -> o != t).mapToInt(o -> Math.abs(number(o.group()) - number(t.group()))).min().orElseThrow();
            assertEquals(distance, Math.abs(number(person(t.negative())) - number(t.group())));
        }
    }

    @Test
    void theGivenStrangerIsTheListsOwn() {
        Map<String, String> listed = new HashMap<>();
        generated.groups().forEach(t -> listed.put(person(t.anchor()), person(t.negative())));
        TripletSplit.of(generated, 42, Negatives.given(generated)).train().triplets()
                .forEach(t -> assertEquals(listed.get(t.group()), person(t.negative())));
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

    /** No image's person stands in two parts; people are the folders that images lie in. */
    private static void assertDisjoint(TripletSplit split) {
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

    private static String person(Path image) {
        return image.getParent().getFileName().toString();
    }

    private static int number(String name) {
        return Integer.parseInt(name.substring(1));
    }
}
