package facet.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.data.image.TestImages;
import facet.io.DataHome;
import facet.io.FacetException;
import facet.io.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaceSetsTest {

    @TempDir
    private Path folder;

    @Test
    void generated() {
        FaceSet faces = open("generated");
        assertEquals(220, faces.people().size());
        assertEquals(331, faces.triplets().size());
        assertTrue(faces.people().stream().allMatch(p -> p.images().size() >= 2));
        assertEquals("g0001_0001.jpg", faces.people().get(0).images().get(0).getFileName().toString());
    }

    @Test
    void aFolderOfPeople() throws IOException {
        TestImages.people(folder, 3, 2);
        Files.createDirectories(folder.resolve(".ipynb_checkpoints"));
        TestImages.write(folder.resolve(".ipynb_checkpoints/1.png"), TestImages.gradient(2, 2));
        Files.writeString(folder.resolve("README.txt"), "not a person");
        FaceSet faces = open(folder.toString());
        assertEquals(List.of("p00", "p01", "p02"), faces.people().stream().map(Person::name).toList());
        assertEquals(6, FolderImages.below(folder).images().size());
    }

    @Test
    void aCopyOfPeopleIsAFolderOfThem() {
        List<Person> people = open("generated").people().subList(0, 3);
        FaceFolder.copy(people, folder);
        FaceFolder.copy(people, folder); // again is no error
        assertEquals(people.stream().map(Person::name).toList(), open(folder.toString()).people().stream().map(Person::name).toList());
        assertEquals(people.get(0).images().size(), open(folder.toString()).people().get(0).images().size());
    }

    @Test
    void aFolderOfTriplets() throws IOException {
        for (String role : List.of("anchor", "positive", "negative")) {
            TestImages.write(folder.resolve("groups").resolve(role).resolve("1." + (role.equals("negative") ? "jpg" : "png")), TestImages.gradient(2, 2));
        }
        assertEquals(List.of(new Triplet("1", "ordinary", folder.resolve("groups/anchor/1.png"), folder.resolve("groups/positive/1.png"),
                folder.resolve("groups/negative/1.jpg"))), open(folder.toString()).pooled());
        TestImages.write(folder.resolve("groups/negative/1.png"), TestImages.gradient(2, 2));
        assertSays("bear one name", folder.toString());
        Files.delete(folder.resolve("groups/negative/1.png"));
        Files.move(folder.resolve("groups/positive/1.png"), folder.resolve("groups/positive/1.webp"));
        assertSays("has no partner 1", folder.toString());
        assertSays("1.webp (a format that Facet does not read", folder.toString());
    }

    @Test
    void theFilesOfAGroupMayWriteAccentsInTwoForms() throws IOException {
        Path anchor = TestImages.write(folder.resolve("anchor/J\u00FCrgen.png"), TestImages.gradient(2, 2));
        Path positive = TestImages.write(folder.resolve("positive/Ju\u0308rgen.png"), TestImages.gradient(3, 2));
        Path negative = TestImages.write(folder.resolve("negative/J\u00FCrgen.png"), TestImages.gradient(4, 2));
        assertEquals(List.of(anchor, positive, negative), open(folder.toString()).pooled().get(0).images());
    }

    @Test
    void aKindThatIsNamedLikeAPartAndANameThatStandsTwiceAreRefused() throws IOException {
        TestImages.write(folder.resolve("1.png"), TestImages.gradient(2, 2));
        Path list = Files.writeString(folder.resolve("groups.csv"), "group,anchor,positive,negative,kind\n7,1.png,1.png,1.png,test\n");
        assertSays("the kind of triplet 7 is test", list.toString());
        Files.writeString(list, "group,anchor,positive,negative,kind\n7,1.png,1.png,1.png,hard test\n");
        assertSays("the kind of triplet 7 is hard test", list.toString());
        Files.writeString(list, "group,anchor,positive,negative\n7,1.png,1.png,1.png\n8,1.png,1.png,1.png\n7,1.png,1.png,1.png\n");
        assertSays("a second triplet 7", list.toString());
    }

    @Test
    void aListOfTriplets() {
        Path list = DataHome.find().generatedFaces().resolve("groups.csv");
        FaceSet faces = open(list.toString());
        assertEquals(220, faces.pooled().size(), "ordinary groups are split");
        assertEquals(331, faces.triplets().size());
    }

    @Test
    void badFoldersGetASentence() throws IOException {
        assertSays("no-such-set is neither generated nor lfw, and there is no such folder or CSV file.", "no-such-set");
        assertSays("holds no folder with images", folder.toString());
        TestImages.people(folder, 2, 2);
        TestImages.write(folder.resolve("Anna/1.png"), TestImages.gradient(2, 2));
        assertSays("is the only image of Anna", folder.toString());
        Files.delete(folder.resolve("Anna/1.png"));
        assertSays("Anna holds no image", folder.toString());
        assertTrue(assertThrows(FacetException.class, () -> FolderImages.below(folder.resolve("Anna")).images()).getMessage().contains("holds no image"));
    }

    private static void assertSays(String part, String name) {
        String message = assertThrows(FacetException.class, () -> open(name)).getMessage();
        assertTrue(message.contains(part), message);
    }

    private static FaceSet open(String name) {
        return FaceSets.named(name, DataHome.find(), Progress.silent());
    }
}
