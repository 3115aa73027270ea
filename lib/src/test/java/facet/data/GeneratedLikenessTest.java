package facet.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.io.DataHome;
import java.util.List;
import org.junit.jupiter.api.Test;

class GeneratedLikenessTest {

    @Test
    void theGivenTripletsHaveTheLikenessOfTheirMaker() {
        List<Triplet> judged = GeneratedFaces.judged(DataHome.find());
        assertEquals(GeneratedFaces.open(DataHome.find()).triplets(), judged.stream().map(t -> new Triplet(t.name(), t.kind(), t.anchor(), t.positive(), t.negative())).toList());
        assertEquals(0.1733, judged.get(0).likeness());
        assertTrue(judged.stream().filter(t -> t.kind().equals("twinlike")).allMatch(t -> t.likeness() > 0.3 && t.likeness() < 0.56), "as the data sheet says");
    }
}
