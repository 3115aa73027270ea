package facet.report.table;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The words that all of some names have in common: they stand once, beside the names.
 *
 * @param words in the order of the first name; none where there is one name alone
 */
public record SharedWords(Set<String> words) {

    private static final String BETWEEN = ", ";

    /** @return those of names whose words have a comma between them, such as P5, flattened, frozen backbone */
    public static SharedWords of(List<String> names) {
        Set<String> shared = names.size() < 2 ? new LinkedHashSet<>() : new LinkedHashSet<>(words(names.get(0)));
        names.forEach(name -> shared.retainAll(words(name)));
        return new SharedWords(shared);
    }

    /** @return the name without them; the name itself where nothing else is in it */
    public String without(String name) {
        List<String> own = new ArrayList<>(words(name));
        own.removeAll(words);
        return own.isEmpty() ? name : String.join(BETWEEN, own);
    }

    /** @return such as "all of them: frozen backbone"; nothing where no word is shared */
    @Override
    public String toString() {
        return words.isEmpty() ? "" : "all of them: " + String.join(BETWEEN, words);
    }

    private static List<String> words(String name) {
        return List.of(name.split(BETWEEN));
    }
}
