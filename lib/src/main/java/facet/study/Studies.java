package facet.study;

import facet.io.FacetException;
import java.util.AbstractList;
import java.util.List;

/** The studies of a file, in its order: a list that never changes and finds studies by their names. */
public final class Studies extends AbstractList<Study> {

    private final List<Study> all;

    /** @throws FacetException where two have one name */
    Studies(List<Study> all) {
        this.all = List.copyOf(all);
        List<String> names = all.stream().map(Study::name).filter(name -> !name.isEmpty()).toList();
        names.stream().filter(name -> names.indexOf(name) != names.lastIndexOf(name)).findFirst().ifPresent(name -> {
            throw new FacetException("It has two studies named " + name + ". Give each a name of its own.");
        });
    }

    /**
     * Finds a study.
     *
     * @param name that its line "name:" gives it
     * @throws FacetException where there is none of that name
     */
    public Study study(String name) {
        return stream().filter(study -> study.name().equals(name)).findFirst().orElseThrow(() -> new FacetException("There is no study named " + Settings.shown(name)
                + "; there are: " + String.join(", ", stream().map(study -> study.name().isEmpty() ? "one without a name" : study.name()).toList()) + "."));
    }

    /** @return the only study; throws FacetException where there are more */
    public Study one() {
        if (size() != 1) {
            throw new FacetException("There are " + size() + " studies, not one: choose one by its name.");
        }
        return get(0);
    }

    @Override
    public Study get(int index) {
        return all.get(index);
    }

    @Override
    public int size() {
        return all.size();
    }
}
