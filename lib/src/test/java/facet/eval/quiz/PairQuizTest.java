package facet.eval.quiz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.data.GeneratedFaces;
import facet.data.Triplet;
import facet.data.TripletSet;
import facet.data.TripletSplit;
import facet.io.DataHome;
import facet.io.FacetException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PairQuizTest {

    private static final TripletSplit GENERATED = TripletSplit.of(GeneratedFaces.open(DataHome.find()), 42);

    @Test
    void halfOfThePairsShowOnePersonAndNobodyIsShownTwice() {
        for (long seed = 0; seed < 20; seed++) {
            PairQuiz quiz = PairQuiz.draw(GENERATED, 24, seed, "lookalike", "twinlike");
            assertEquals(24, quiz.pairs().size());
            assertEquals(12, quiz.key().chars().filter(letter -> letter == 'S').count());
            Set<String> shown = new HashSet<>();
            for (QuizPair pair : quiz.pairs()) {
                String left = folder(pair.first());
                String right = folder(pair.second());
                assertEquals(pair.same(), left.equals(right));
                assertTrue(shown.add(left), left);
                assertTrue(pair.same() || shown.add(right), right);
                assertNotEquals(pair.first(), pair.second());
            }
            assertFalse(quiz.photographs());
        }
    }

    @Test
    void nobodyIsShownTwiceWhereATripletsPeopleAreOthersStrangers() { // as in hard test
        TripletSet hard = new TripletSet("hard test", List.of(triplet("a", "b"), triplet("b", "a"), triplet("c", "d"), triplet("d", "c"), triplet("e", "f"), triplet("g", "h"),
                triplet("i", "j"), triplet("k", "l")));
        for (long seed = 0; seed < 20; seed++) {
            List<String> shown = PairQuiz.draw(split(List.of(), hard), 4, seed, "hard test").pairs().stream().flatMap(pair -> pair.people().stream()).toList();
            assertEquals(Set.copyOf(shown).size(), shown.size(), shown.toString());
        }
    }

    @Test
    void theSeedDecides() {
        assertEquals(PairQuiz.draw(GENERATED, 24, 1, "lookalike"), PairQuiz.draw(GENERATED, 24, 1, "lookalike"));
        assertNotEquals(PairQuiz.draw(GENERATED, 24, 1, "lookalike"), PairQuiz.draw(GENERATED, 24, 2, "lookalike"));
    }

    @Test
    void itsOrderTellsNothing() {
        Set<String> keys = new HashSet<>();
        int first = 0;
        for (long seed = 0; seed < 200; seed++) {
            String key = PairQuiz.draw(GENERATED, 24, seed, "twinlike").key();
            keys.add(key);
            first += key.charAt(0) == 'S' ? 1 : 0;
        }
        assertEquals(200, keys.size());
        assertTrue(first > 70 && first < 130, first + " of 200 begin with the same person");
    }

    @Test
    void somebodyWhomANetworkTrainedOnIsRefused() {
        TripletSet hard = new TripletSet("hard test", List.of(triplet("a", "b"), triplet("c", "d"), triplet("e", "f")));
        TripletSplit leaking = split(List.of(triplet("x", "d")), hard);
        FacetException refused = assertThrows(FacetException.class, () -> PairQuiz.draw(leaking, 2, 1, "hard test"));
        assertEquals("The set hard test shows d, who is in the set train, too: a network would be tested on people that it was trained on. Draw from a test set.", refused.getMessage());
        String validation = assertThrows(FacetException.class, () -> PairQuiz.draw(split(List.of(), hard), 2, 1, "validation")).getMessage();
        assertTrue(validation.startsWith("The set validation shows "), validation);
    }

    @Test
    void badWishesAreRefused() {
        assertEquals("A quiz needs an even number of pairs, half of them of one person, not 23.",
                assertThrows(FacetException.class, () -> PairQuiz.draw(GENERATED, 23, 1, "lookalike")).getMessage());
        assertEquals("There is no set lookalikes to draw pairs from. There are: validation, test, lookalike, twinlike.",
                assertThrows(FacetException.class, () -> PairQuiz.draw(GENERATED, 24, 1, "lookalikes")).getMessage());
        assertEquals("The sets twinlike give 46 pairs in which nobody is shown twice, not 48. Ask for fewer pairs, or name more sets.",
                assertThrows(FacetException.class, () -> PairQuiz.draw(GENERATED, 48, 1, "twinlike")).getMessage());
    }

    @Test
    void filesElsewhereCountAsPhotographs() {
        TripletSet hard = new TripletSet("hard test", List.of(triplet("a", "b"), triplet("c", "d")));
        assertTrue(PairQuiz.draw(split(List.of(), hard), 2, 1, "hard test").photographs());
    }

    private static TripletSplit split(List<Triplet> train, TripletSet judged) {
        return new TripletSplit("generated", new TripletSet("train", train), new TripletSet("validation", List.of(triplet("v", "w"))), List.of(), List.of(judged));
    }

    private static Triplet triplet(String person, String stranger) {
        return new Triplet(person, "hard", Path.of("faces", person, "1.jpg"), Path.of("faces", person, "2.jpg"), Path.of("faces", stranger, "1.jpg"));
    }

    private static String folder(Path image) {
        return image.getParent().getFileName().toString();
    }
}
