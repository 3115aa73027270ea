package facet.data;

import facet.io.DataHome;
import facet.io.Progress;
import java.util.ArrayList;
import java.util.List;

/**
 * The paper's set (section 2.4): LFW and generated look-alikes, 1,711 triplets. Of our 65 look-alike triplets the first 10 are the special
 * test set and the next 21 join the people of LFW; the others, the twin-like ones and LFW's own look-alikes are further test sets.
 */
public final class PaperSet {

    /** The name of the special test set. */
    public static final String SPECIAL = "generated look-alikes";

    private static final int SPECIAL_TRIPLETS = 10;
    private static final int GENERATED_TRIPLETS = 31; // 1,711 less the 1,680 people of LFW

    private PaperSet() { }

    /** Combines LFW, wherever it is found, with the embedded faces. */
    public static FaceSet open(DataHome home, Progress progress) {
        return of(Lfw.open(home, progress), GeneratedFaces.open(home));
    }

    static FaceSet of(FaceSet lfw, FaceSet generated) {
        List<Triplet> pooled = new ArrayList<>();
        List<Triplet> tests = new ArrayList<>();
        int lookalikes = 0;
        for (Triplet t : generated.triplets()) {
            if (!t.kind().equals("lookalike")) {
                tests.add(t);
            } else if (lookalikes < SPECIAL_TRIPLETS) {
                tests.add(lookalikes++, new Triplet(t.name(), SPECIAL, t.anchor(), t.positive(), t.negative()));
            } else {
                (lookalikes++ < GENERATED_TRIPLETS ? pooled : tests).add(t);
            }
        }
        tests.removeIf(t -> t.kind().equals(FaceSet.ORDINARY));
        tests.addAll(SPECIAL_TRIPLETS, lfw.triplets()); // in the order of the paper's Table 1
        return new FaceSet("lfw", lfw.people(), pooled, tests);
    }
}
