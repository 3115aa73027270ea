package facet.train.mining;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.data.FaceSet;
import facet.data.GeneratedFaces;
import facet.data.Person;
import facet.data.Triplet;
import facet.data.TripletSet;
import facet.data.TripletSplit;
import facet.io.DataHome;
import facet.io.FacetException;
import facet.train.TripletMeasurement;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainingPeopleTest {

    private static final FaceSet FACES = GeneratedFaces.open(DataHome.find());
    private static final TripletSplit SPLIT = TripletSplit.of(FACES, 42);

    @Test
    void areThoseOfTheTrainingTripletsWithAllOfTheirImages() {
        TrainingPeople people = TrainingPeople.of(FACES, SPLIT.train());
        assertEquals(176, people.people().size());
        assertTrue(people.images().containsAll(TripletMeasurement.images(List.of(SPLIT.train()))));
        assertTrue(people.people().stream().allMatch(FACES.people()::contains));
        assertTrue(Collections.disjoint(people.images(), TripletMeasurement.images(SPLIT.measured())), "nobody who is measured on is among them");
        assertEquals(5, TrainingPeople.of(FACES, SPLIT.limit(5).train()).people().size());
    }

    /** A given triplet may bear the name of somebody who is tested on. */
    @Test
    void aNameAloneMakesNobodyOneOfThem() {
        Person tested = FACES.people().stream().filter(person -> person.name().equals(SPLIT.testSets().get(0).triplets().get(0).name())).findFirst().orElseThrow();
        List<Triplet> given = List.of(SPLIT.train().triplets().get(0), SPLIT.train().triplets().get(1),
                new Triplet(tested.name(), "ordinary", Path.of("a"), Path.of("p"), Path.of("n")));
        assertFalse(TrainingPeople.of(FACES, new TripletSet("train", given)).people().contains(tested));
    }

    @Test
    void otherFilesOfTheImagesAreThoseOfTheSamePeople() {
        TrainingPeople people = TrainingPeople.of(FACES, SPLIT.limit(3).train());
        TrainingPeople aligned = people.images(image -> Path.of("aligned").resolve(image.getFileName()));
        assertEquals(people.people().stream().map(Person::name).toList(), aligned.people().stream().map(Person::name).toList());
        assertEquals(people.images().stream().map(image -> Path.of("aligned").resolve(image.getFileName())).toList(), List.copyOf(aligned.images()));
    }

    @Test
    void tripletsWithoutPeopleAreRefused() {
        FaceSet listed = new FaceSet("my.csv", List.of(), SPLIT.train().triplets(), List.of());
        assertEquals("Mining chooses from people's images, and my.csv lists triplets, which do not name the people."
                + " Give a folder with a folder a person (Anna/1.jpg), generated or lfw; or leave the setting mining out.",
                assertThrows(FacetException.class, () -> TrainingPeople.of(listed, SPLIT.train())).getMessage());
    }

    @Test
    void onePersonIsRefused() {
        assertEquals("Mining chooses a negative among the other people who are trained on, and there are 1 in all. Use more triplets (the setting groups), or more people.",
                assertThrows(FacetException.class, () -> TrainingPeople.of(FACES, SPLIT.limit(1).train())).getMessage());
    }
}
