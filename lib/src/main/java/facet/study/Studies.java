package facet.study;

import facet.data.FacetException;
import java.util.Iterator;
import java.util.List;

/**
 * The studies of a file.
 *
 * @param list in the order of the file
 */
public record Studies(List<Study> list) implements Iterable<Study> {

    /** @throws FacetException where two have one name */
    public Studies {
        list = List.copyOf(list);
        List<String> names = list.stream().map(Study::name).filter(name -> !name.isEmpty()).toList();
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
        return list.stream().filter(study -> study.name().equals(name)).findFirst().orElseThrow(() -> new FacetException("There is no study named " + Settings.shown(name)
                + "; there are: " + String.join(", ", list.stream().map(study -> study.name().isEmpty() ? "one without a name" : study.name()).toList()) + "."));
    }

    /** @return the only study; throws FacetException where there are more */
    public Study one() {
        if (list.size() != 1) {
            throw new FacetException("There are " + list.size() + " studies, not one: choose one by its name.");
        }
        return list.get(0);
    }

    @Override
    public Iterator<Study> iterator() {
        return list.iterator();
    }
}
