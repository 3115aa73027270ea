package facet.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LookalikePairsTest {

    private static final List<String> KNOWN = List.of("Hilary_Duff", "Jennifer_Garner");

    @Test
    void aPairIsAGroupWhereOneOfThemHasTwoImages() {
        List<Triplet> groups = LookalikePairs.groups(List.of(person("Hilary_Duff", 3), person("Jennifer_Garner", 1), person("Brad_Pitt", 2),
                person("Benício_Del_Toro", 1), person("Alicia_Keys", 1), person("Jessica_Alba", 1), person("Mary-Kate_Olsen", 1), person("Ashley_Olsen", 2)));
        assertEquals(List.of("Brad_Pitt and Benício_Del_Toro", "Hilary_Duff and Jennifer_Garner", "Ashley_Olsen and Mary-Kate_Olsen"),
                groups.stream().map(Triplet::group).toList());
        assertEquals(new Triplet("Brad_Pitt and Benício_Del_Toro", LookalikePairs.KIND, image("Brad_Pitt", 1), image("Brad_Pitt", 2),
                image("Benício_Del_Toro", 1)), groups.get(0));
    }

    @Test
    void nobodyOfThemIsTrainedOn() {
        List<Person> people = new ArrayList<>(IntStream.range(0, 50).mapToObj(i -> person("n" + i, 2)).toList());
        people.addAll(List.of(person("Hilary_Duff", 3), person("Jennifer_Garner", 2)));
        FaceSet faces = new FaceSet("lfw", people, List.of(), LookalikePairs.groups(people));
        for (int seed = 0; seed < 20; seed++) {
            TripletSplit split = TripletSplit.of(faces, seed);
            assertTrue(split.testSets().get(0).people().containsAll(KNOWN));
            assertTrue(Stream.of(split.train(), split.validation()).flatMap(part -> part.people().stream()).noneMatch(KNOWN::contains));
        }
    }

    @Test
    void whereTheyAreMoreThanTheTestPartHoldsTheSplitIsRefused() {
        List<Person> few = List.of(person("a", 2), person("b", 2), person("c", 2), person("d", 2), person("Venus_Williams", 2), person("Serena_Williams", 2),
                person("Hilary_Duff", 3), person("Jennifer_Garner", 2));
        FaceSet faces = new FaceSet("few", few, List.of(), LookalikePairs.groups(few));
        assertTrue(assertThrows(FacetException.class, () -> TripletSplit.of(faces, 1)).getMessage().contains("kept from training"));
    }

    @Test
    void theListIsWhole() {
        assertEquals(14, LookalikePairs.all().size());
    }

    private static Person person(String name, int images) {
        return new Person(name, FaceSet.ORDINARY, IntStream.rangeClosed(1, images).mapToObj(i -> image(name, i)).toList());
    }

    private static Path image(String name, int number) {
        return Path.of(name, name + "_000" + number + ".jpg");
    }
}
