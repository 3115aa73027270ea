package facet.study;

import facet.data.FacetException;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Some runs, such as those of a study.
 *
 * @param list in the order of the study's experiments
 */
public record Runs(List<Run> list) implements Iterable<Run> {

    public Runs {
        list = List.copyOf(list);
    }

    /**
     * Those with one value of a setting.
     *
     * @param setting its name, such as level
     * @param value itself or its text, such as P2, "P2" or 42
     * @return the runs that have it, in their order; none where no run has
     * @throws FacetException for a setting or value that does not exist
     */
    public Runs where(String setting, Object value) {
        return new Runs(stream().filter(run -> {
            Settings settings = run.experiment().values();
            return settings.with(setting, value).equals(settings);
        }).toList());
    }

    /** @return the only run; throws FacetException where there is none, or more */
    public Run one() {
        if (list.isEmpty()) {
            throw new FacetException("There is no such run.");
        }
        if (list.size() > 1) {
            throw new FacetException("There are " + list.size() + " runs, not one; they differ in " + String.join(", ", Variation.ofRuns(list).settings()) + ".");
        }
        return list.get(0);
    }

    /** @return the runs one after the other */
    public Stream<Run> stream() {
        return list.stream();
    }

    @Override
    public Iterator<Run> iterator() {
        return list.iterator();
    }
}
