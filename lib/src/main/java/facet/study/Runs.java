package facet.study;

import facet.io.FacetException;
import java.util.AbstractList;
import java.util.List;

/** Some runs, such as those of a study in the order of its experiments: a list that never changes and finds runs by their settings. */
public final class Runs extends AbstractList<Run> {

    private final List<Run> all;

    /** Makes a list of these runs. */
    public Runs(List<Run> all) {
        this.all = List.copyOf(all);
    }

    /** Selects those with one value of a setting.
     *
     * @param setting its name, such as level
     * @param value itself or its text, such as P2, "P2" or 42
     * @return the runs that have it, in their order; none where no run has
     * @throws FacetException for a setting or value that does not exist
     */
    public Runs where(String setting, Object value) {
        Experiment.paper("").values().with(setting, value); // refused where there are no runs, too
        return new Runs(stream().filter(run -> {
            Settings settings = run.experiment().values();
            return settings.with(setting, value).equals(settings);
        }).toList());
    }

    /** @return the only run; throws FacetException where there is none, or more */
    public Run one() {
        if (isEmpty()) {
            throw new FacetException("There is no such run.");
        }
        if (size() > 1) {
            throw new FacetException("There are " + size() + " runs, not one; they differ in " + String.join(", ", Variation.ofRuns(this).settings()) + ".");
        }
        return get(0);
    }

    @Override
    public Run get(int index) {
        return all.get(index);
    }

    @Override
    public int size() {
        return all.size();
    }
}
