package facet.data;

import facet.io.ContentKeys;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Finds triplets in which one image stands twice, under one name or two: whether they are correct does not depend on the network. */
public final class EqualImages {

    private EqualImages() { }

    /** @return a sentence that counts such triplets and names the first; "" where there are none */
    public static String sentence(List<TripletSet> sets) {
        List<Triplet> all = sets.stream().flatMap(set -> set.triplets().stream()).toList();
        Map<Path, String> contents = ContentKeys.of(all.stream().flatMap(triplet -> triplet.images().stream()).toList());
        List<Triplet> equal = all.stream().filter(triplet -> triplet.images().stream().map(contents::get).distinct().count() < triplet.images().size()).toList();
        return equal.isEmpty() ? "" : (equal.size() == 1 ? "The triplet " + equal.get(0).name() + " has one image twice"
                : equal.size() + " triplets have one image twice, the first is " + equal.get(0).name()) + ": such a triplet cannot test a network. Correct the list.";
    }
}
