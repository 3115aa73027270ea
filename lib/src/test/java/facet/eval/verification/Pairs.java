package facet.eval.verification;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Pairs to test with. */
final class Pairs {

    static final Path SCORES = Path.of("src/test/resources/verification");

    private Pairs() { }

    /** Pairs of unknown people in no fold; the first distances are of one person. */
    static ScoredPairs of(double[] genuine, double[] impostors) {
        List<ScoredPair> pairs = new ArrayList<>();
        for (double distance : genuine) {
            pairs.add(new ScoredPair(true, distance, "", "", ""));
        }
        for (double distance : impostors) {
            pairs.add(new ScoredPair(false, distance, "", "", ""));
        }
        return new ScoredPairs(pairs);
    }

    /** Pairs of both kinds with many ties, in folds of unequal size, of twelve people. */
    static ScoredPairs random(Random random, int size) {
        List<ScoredPair> pairs = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            boolean same = i % 3 == 0;
            int a = random.nextInt(12);
            int b = same ? a : (a + 1 + random.nextInt(11)) % 12;
            double distance = Math.round(10 * ((same ? 0.8 : 1.2) + 0.4 * random.nextGaussian())) / 10.0;
            pairs.add(new ScoredPair(same, distance, "fold " + random.nextInt(4), "p" + a, "p" + b));
        }
        return new ScoredPairs(pairs);
    }
}
