package facet.train.mining;

import facet.data.FaceSet;
import facet.data.Person;
import facet.data.Triplet;
import facet.data.TripletSet;
import facet.io.FacetException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Whom mining chooses from: the people whose triplets are trained on, with all of their images. Nobody of the validation or test sets is among them.
 *
 * @param people by name
 */
public record TrainingPeople(List<Person> people) {

    public TrainingPeople {
        people = List.copyOf(people);
    }

    /**
     * Finds the people of training triplets. Given triplets, whose people are not known, add none.
     *
     * @param faces that the triplets were drawn of
     * @throws FacetException where the set lists triplets instead of people, or fewer than two of its people are trained on
     */
    public static TrainingPeople of(FaceSet faces, TripletSet train) {
        if (faces.people().isEmpty()) {
            throw new FacetException("Mining chooses from people's images, and " + faces.name() + " lists triplets, which do not name the people."
                    + " Give a folder with a folder a person (Anna/1.jpg), generated or lfw; or leave the setting mining out.");
        }
        List<Person> people = faces.people().stream().filter(person -> train.triplets().stream().anyMatch(triplet -> isOf(triplet, person))).toList();
        if (people.size() < 2) {
            throw new FacetException("Mining chooses a negative among the other people who are trained on, and there are " + people.size()
                    + " in all. Use more triplets (the setting groups), or more people.");
        }
        return new TrainingPeople(people);
    }

    /** @return the person of a triplet; nobody where it was given */
    Optional<Person> person(Triplet triplet) {
        return people.stream().filter(person -> isOf(triplet, person)).findFirst();
    }

    /** Whether a triplet was drawn of a person; a given one may bear the same name. */
    private static boolean isOf(Triplet triplet, Person person) {
        return person.name().equals(triplet.name()) && person.images().contains(triplet.anchor());
    }

    /** @return every image that mining can meet */
    public Set<Path> images() {
        return people.stream().flatMap(person -> person.images().stream()).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** @return the same people with another file for each image, such as its aligned face */
    public TrainingPeople images(UnaryOperator<Path> file) {
        return new TrainingPeople(people.stream().map(person -> new Person(person.name(), person.kind(), person.images().stream().map(file).toList())).toList());
    }
}
