package facet.train;

import facet.data.Triplet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** The batches of an epoch: shuffled by seed and epoch alone, so that a resumed run needs no saved random state. */
public final class EpochOrder {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L; // spreads neighbouring epochs over the seeds

    private EpochOrder() { }

    /** Shuffles all triplets and cuts them into batches; the last one may be smaller. */
    static List<List<Triplet>> of(List<Triplet> triplets, int batch, long seed, int epoch) {
        List<Triplet> order = new ArrayList<>(triplets);
        Collections.shuffle(order, new Random(seed(seed, epoch)));
        List<List<Triplet>> batches = new ArrayList<>();
        for (int i = 0; i < order.size(); i += Math.min(batch, order.size())) {
            batches.add(List.copyOf(order.subList(i, i + Math.min(batch, order.size() - i))));
        }
        return batches;
    }

    /** @return the seed of an epoch's random numbers, for whatever it draws */
    public static long seed(long seed, int epoch) {
        return seed + GOLDEN * epoch;
    }

    /** Lists the 3B images of a batch: anchors, positives, negatives. */
    static List<Path> images(List<Triplet> triplets) {
        return Stream.of(triplets.stream().map(Triplet::anchor), triplets.stream().map(Triplet::positive),
                triplets.stream().map(Triplet::negative)).flatMap(paths -> paths).toList();
    }
}
