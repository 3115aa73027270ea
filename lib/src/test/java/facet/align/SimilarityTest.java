package facet.align;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.align.Face.Landmark;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SimilarityTest {

    private static double squares(Similarity fit, List<Landmark> from, List<Landmark> to) {
        double sum = 0;
        for (int i = 0; i < from.size(); i++) {
            Landmark at = fit.apply(from.get(i));
            sum += Math.pow(at.x() - to.get(i).x(), 2) + Math.pow(at.y() - to.get(i).y(), 2);
        }
        return sum;
    }

    @Test
    void aKnownTransformIsFoundAgain() {
        Similarity known = new Similarity(0.3, -0.7, 12, -5);
        Similarity found = Similarity.fit(FaceAlignment.TEMPLATE, FaceAlignment.TEMPLATE.stream().map(known::apply).toList());
        assertEquals(known.a(), found.a(), 1e-12);
        assertEquals(known.b(), found.b(), 1e-12);
        assertEquals(known.dx(), found.dx(), 1e-4);
        assertEquals(known.dy(), found.dy(), 1e-4);
        assertEquals(Math.sqrt(0.58), found.scale(), 1e-12);
    }

    @Test
    void noOtherSimilarityFitsBetter() {
        Random random = new Random(1);
        List<Landmark> from = FaceAlignment.TEMPLATE.stream().map(place -> new Landmark(place.x() + 9 * random.nextGaussian(), place.y() + 9 * random.nextGaussian())).toList();
        Similarity best = Similarity.fit(from, FaceAlignment.TEMPLATE);
        double least = squares(best, from, FaceAlignment.TEMPLATE);
        for (int i = 0; i < 1000; i++) {
            Similarity other = new Similarity(best.a() + 0.01 * random.nextGaussian(), best.b() + 0.01 * random.nextGaussian(), best.dx() + random.nextGaussian(),
                    best.dy() + random.nextGaussian());
            assertTrue(squares(other, from, FaceAlignment.TEMPLATE) >= least - 1e-6);
        }
    }

    @Test
    void landmarksInOnePlaceAreRefused() {
        assertEquals("The landmarks lie in one place.", assertThrows(IllegalArgumentException.class,
                () -> Similarity.fit(Collections.nCopies(5, new Landmark(1, 2)), FaceAlignment.TEMPLATE)).getMessage());
    }
}
