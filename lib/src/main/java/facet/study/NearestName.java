package facet.study;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds what somebody meant who wrote a name that there is not. */
public final class NearestName {

    /** What the field, or another program, calls a setting. */
    private static final Map<String, String> SYNONYMS = Map.of("learning-rate", "lr", "rate", "lr", "seeds", "seed", "splits", "split", "image-size", "size", "batch-size", "batch",
            "weight-decay", "decay");
    private static final int LETTERS_A_SLIP = 3;

    private NearestName() { }

    /**
     * Finds the name that was meant.
     *
     * @param written such as leraning-rate
     * @param known the names that there are
     * @return the one whose synonym it is, or from which it, or a synonym, differs by one letter in three at most; nothing where there is none
     */
    public static Optional<String> of(String written, Collection<String> known) {
        int most = Math.max(1, written.length() / LETTERS_A_SLIP);
        return Stream.concat(known.stream().map(name -> new Candidate(name, slips(written, name))),
                        SYNONYMS.entrySet().stream().map(synonym -> new Candidate(synonym.getValue(), slips(written, synonym.getKey()))))
                .filter(candidate -> candidate.slips <= most && known.contains(candidate.name)).min(Comparator.comparingInt(Candidate::slips)).map(Candidate::name);
    }

    /** Counts the letters to add, drop or change, as Levenshtein does. */
    private static int slips(String written, String name) {
        int[] above = IntStream.rangeClosed(0, name.length()).toArray();
        for (int i = 1; i <= written.length(); i++) {
            int[] row = new int[name.length() + 1];
            row[0] = i;
            for (int j = 1; j <= name.length(); j++) {
                int changed = above[j - 1] + (written.charAt(i - 1) == name.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[name.length()];
    }

    private record Candidate(String name, int slips) { }
}
