package facet.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.data.image.TestImages;
import facet.io.ContentKeys;
import facet.io.DataHome;
import facet.io.FacetException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DistinctPeopleTest {

    @TempDir
    private Path folder;

    @Test
    void namesThatDifferInCapitalsOrTheFormOfAccentsAreRefused() {
        for (List<String> names : List.of(List.of("Anna", "anna"), List.of("J\u00FCrgen", "Ju\u0308rgen"))) {
            List<Person> people = names.stream().map(name -> new Person(name, FaceSet.ORDINARY, List.of(Path.of(name, "1.jpg"), Path.of(name, "2.jpg")))).toList();
            String message = assertThrows(FacetException.class, () -> DistinctPeople.check(people)).getMessage();
            assertTrue(message.startsWith("The folders " + names.get(0) + " and " + names.get(1) + " have the same name"), message);
        }
    }

    @Test
    void oneImageUnderTwoPeopleIsRefused() throws IOException {
        TestImages.people(folder, 3, 2);
        Files.copy(folder.resolve("p00/1.png"), folder.resolve("p02/copy.png"));
        assertEquals(folder.resolve("p02/copy.png") + " is the same image as " + folder.resolve("p00/1.png") + ", so it stands under two people, p00 and p02."
                + " Keep it under the person whom it shows.", assertThrows(FacetException.class, () -> FaceFolder.open(folder)).getMessage());
    }

    @Test
    void aCopyUnderTheSamePersonAndFilesOfOneLengthAreFine() throws IOException {
        TestImages.people(folder, 3, 2);
        Files.copy(folder.resolve("p00/1.png"), folder.resolve("p00/copy.png"));
        Files.writeString(folder.resolve("p01/a.png"), "same length 1");
        Files.writeString(folder.resolve("p02/a.png"), "same length 2");
        Files.createFile(folder.resolve("p01/empty.png"));
        Files.createFile(folder.resolve("p02/empty.png"));
        assertEquals(3, FaceFolder.open(folder).people().size());
    }

    @Test
    void noTwoGeneratedFacesAreTheSame() {
        List<Path> images = FolderImages.below(DataHome.find().generatedFaces().resolve("images")).images();
        assertEquals(1077, images.size());
        assertEquals(1077, ContentKeys.of(images).values().stream().distinct().count());
    }
}
