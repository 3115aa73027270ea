package facet.eval.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import facet.io.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PairDistancesTest {

    private static final Path A = Path.of("a");
    private static final Path B = Path.of("b");
    private static final Path C = Path.of("c");

    @Test
    void pairsComeInTheirOrderAndEachImageIsEmbeddedOnce() {
        List<ImagePair> pairs = List.of(new ImagePair(false, A, C, "1", "p", "q"), new ImagePair(true, A, B, "1", "p", "p"), new ImagePair(true, B, B, "2", "p", ""),
                new ImagePair(false, C, B, "2", "q", "p"));
        List<Path> asked = new ArrayList<>();
        ScoredPairs scored = PairDistances.measure((images, progress, receiver) -> images.forEach(image -> {
            asked.add(image);
            receiver.take(image, image.equals(A) ? new float[] {0, 0} : image.equals(B) ? new float[] {3, 4} : new float[] {3, 0});
        }), pairs, Progress.silent());
        assertEquals(List.of(A, C, B), asked);
        assertEquals(List.of(new ScoredPair(false, 3, "1", "p", "q"), new ScoredPair(true, 5, "1", "p", "p"), new ScoredPair(true, 0, "2", "p", "p"),
                new ScoredPair(false, 4, "2", "q", "p")), scored.pairs());
    }
}
