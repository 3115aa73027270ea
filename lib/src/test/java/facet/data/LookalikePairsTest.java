package facet.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LookalikePairsTest {

    @Test
    void aPairIsAGroupWhereOneOfThemHasTwoImages() {
        List<Triplet> groups = LookalikePairs.groups(List.of(person("Hilary_Duff", 3), person("Haylie_Duff", 1), person("Solange", 2),
                person("Beyoncé", 1), person("Ben_Affleck", 1), person("Casey_Affleck", 1), person("Mary-Kate_Olsen", 1), person("Ashley_Olsen", 2)));
        assertEquals(List.of("Solange and Beyoncé", "Hilary_Duff and Haylie_Duff", "Ashley_Olsen and Mary-Kate_Olsen"),
                groups.stream().map(Triplet::group).toList());
        assertEquals(new Triplet("Solange and Beyoncé", LookalikePairs.KIND, image("Solange", 1), image("Solange", 2), image("Beyoncé", 1)), groups.get(0));
    }

    @Test
    void nobodyOfThemIsTrainedOn() {
        List<Person> people = new ArrayList<>(IntStream.range(0, 50).mapToObj(i -> person("n" + i, 2)).toList());
        people.addAll(List.of(person("Hilary_Duff", 3), person("Haylie_Duff", 2)));
        FaceSet faces = new FaceSet("lfw", people, List.of(), LookalikePairs.groups(people));
        for (int seed = 0; seed < 20; seed++) {
            TripletSplit split = TripletSplit.of(faces, seed);
            assertTrue(split.testSets().get(0).people().containsAll(List.of("Hilary_Duff", "Haylie_Duff")));
            assertTrue(split.train().people().stream().noneMatch(name -> name.endsWith("Duff")));
        }
    }

    @Test
    void theListIsWhole() {
        assertEquals(237, LookalikePairs.all().size());
    }

    private static Person person(String name, int images) {
        return new Person(name, FaceSet.ORDINARY, IntStream.rangeClosed(1, images).mapToObj(i -> image(name, i)).toList());
    }

    private static Path image(String name, int number) {
        return Path.of(name, name + "_000" + number + ".jpg");
    }
}
