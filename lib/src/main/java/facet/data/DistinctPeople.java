package facet.data;

import facet.io.ContentKeys;
import facet.io.FacetException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Checks what a folder of people can break: one person in two folders could be trained on and tested on. */
final class DistinctPeople {

    private DistinctPeople() { }

    /** @throws FacetException where two names differ in capitals or in their Unicode form alone, or where one image is under two people */
    static void check(List<Person> people) {
        Map<String, String> names = new HashMap<>();
        for (Person person : people) {
            String other = names.putIfAbsent(Normalizer.normalize(person.name(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT), person.name());
            if (other != null) {
                throw new FacetException("The folders " + other + " and " + person.name() + " have the same name, apart from capitals or the form of accents. Where they show one"
                        + " person, move their images into one folder; otherwise rename one.");
            }
        }
        Map<Path, String> contents = ContentKeys.of(people.stream().flatMap(person -> person.images().stream()).toList());
        Map<String, Person> owners = new HashMap<>();
        for (Person person : people) {
            for (Path image : person.images()) {
                Person owner = owners.putIfAbsent(contents.get(image), person);
                if (owner != null && owner != person) {
                    Path same = owner.images().stream().filter(other -> contents.get(other).equals(contents.get(image))).findFirst().orElseThrow();
                    throw new FacetException(image + " is the same image as " + same + ", so it stands under two people, " + owner.name() + " and " + person.name()
                            + ". Keep it under the person whom it shows.");
                }
            }
        }
    }
}
