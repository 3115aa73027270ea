package facet.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.data.FacetException;
import org.junit.jupiter.api.Test;

class ScaleTest {

    @Test
    void paperIsThePapersOwn() {
        Scale paper = Scale.of("paper");
        assertEquals("lfw", paper.experiment().data());
        assertEquals(224, paper.experiment().size());
        assertEquals(10, paper.epochs());
    }

    @Test
    void anUnknownScaleIsNamedWithTheOnesThereAre() {
        String message = assertThrows(FacetException.class, () -> Scale.of("huge")).getMessage();
        assertTrue(message.contains("huge") && message.contains("recorded, smoke, demo, paper"), message);
    }
}
