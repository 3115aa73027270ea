package facet.data;

import static facet.data.TripletSplitTest.person;
import static org.junit.jupiter.api.Assertions.assertEquals;

import facet.io.DataHome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which stranger a triplet gets. */
class NegativesTest {

    private final FaceSet generated = GeneratedFaces.open(DataHome.find());

    @Test
    void theNearestStrangerIsOfTheSamePart() {
        TripletSplit split = TripletSplit.of(generated, 42, Negatives.nearest((a, b) -> Math.abs(number(a.name()) - number(b.name()))));
        TripletSplitTest.assertDisjoint(split);
        List<Triplet> test = split.testSets().get(0).triplets();
        for (Triplet t : test) {
            int distance = test.stream().filter(o -> o != t).mapToInt(o -> Math.abs(number(o.name()) - number(t.name()))).min().orElseThrow();
            assertEquals(distance, Math.abs(number(person(t.negative())) - number(t.name())));
        }
    }

    /** By a judge that looks at images: the person with the one that is most like one of the anchor's. */
    @Test
    void theLookalikeIsThePersonOfTheMostAlikeImage() {
        TripletSplit split = TripletSplit.of(generated, 42, Negatives.lookalike((a, b) -> -Math.abs(number(person(a)) - number(person(b)))
                - (b.getFileName().toString().endsWith("_0002.jpg") ? 0 : 1000)));
        TripletSplit nearest = TripletSplit.of(generated, 42, Negatives.nearest((a, b) -> Math.abs(number(a.name()) - number(b.name()))));
        assertEquals(nearest, split, "everybody has a second image");
    }

    @Test
    void theGivenStrangerIsTheListsOwn() {
        Map<String, String> listed = new HashMap<>();
        generated.triplets().forEach(t -> listed.put(person(t.anchor()), person(t.negative())));
        TripletSplit.of(generated, 42, Negatives.given(generated)).train().triplets()
                .forEach(t -> assertEquals(listed.get(t.name()), person(t.negative())));
    }

    private static int number(String name) {
        return Integer.parseInt(name.substring(1));
    }
}
