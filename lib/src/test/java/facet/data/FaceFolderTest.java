package facet.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import facet.data.image.TestImages;
import facet.io.FacetException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders as they come from phones, network drives and archives. */
class FaceFolderTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void people() throws IOException {
        TestImages.people(folder, 2, 2); // p00 and p01, 0.png and 1.png
    }

    @Test
    void onlyRegularFilesAreImages() throws IOException {
        TestImages.write(folder.resolve("p00/album.jpg/2.png"), TestImages.gradient(7, 7));
        Files.createSymbolicLink(folder.resolve("p00/gone.jpg"), Path.of("nothing"));
        Files.createSymbolicLink(folder.resolve("p01/linked.png"), folder.resolve("p01/0.png"));
        assertEquals(List.of(2, 3), FaceFolder.open(folder).people().stream().map(person -> person.images().size()).toList());
        assertEquals("Passed over: " + at("p00/album.jpg") + " (a folder, in spite of its name), " + at("p00/gone.jpg") + " (a link to nothing).",
                PassedOver.sentence(PassedOver.amongPeople(folder)));
        FolderImages below = FolderImages.below(folder);
        assertEquals(6, below.images().size(), "with the one in the folder album.jpg");
        assertEquals(List.of(new PassedOver(at("p00/gone.jpg"), "a link to nothing")), below.passedOver());
    }

    @Test
    void sideFoldersOfDrivesAreNoPeopleAndHoldNoImages() throws IOException {
        for (String side : List.of("p00/@eaDir/0.png/SYNOPHOTO_THUMB_M.png", "__MACOSX/p00/x.png", "#recycle/y.png", "p01/$RECYCLE.BIN/z.png")) {
            TestImages.write(at(side), TestImages.gradient(9, 9));
        }
        assertEquals(List.of("p00", "p01"), FaceFolder.open(folder).people().stream().map(Person::name).toList());
        assertEquals(new FolderImages(List.of(at("p00/0.png"), at("p00/1.png"), at("p01/0.png"), at("p01/1.png")), List.of()), FolderImages.below(folder));
        assertEquals(1, FolderImages.below(at("#recycle")).images().size(), "asked for by its name");
    }

    @Test
    void aLinkUpwardsIsPassedOverAndNamed() throws IOException {
        Files.createSymbolicLink(at("p00/up"), Path.of(".."));
        FolderImages below = FolderImages.below(folder);
        assertEquals(4, below.images().size());
        assertEquals(List.of(new PassedOver(at("p00/up"), "a link to a folder that it lies in")), below.passedOver());
    }

    @Test
    void whoLacksAnImageIsToldWhatWasPassedOver() throws IOException {
        Files.delete(at("p00/1.png"));
        Files.writeString(at("p00/b.webp"), "x");
        Files.writeString(at("p00/notes.txt"), "x");
        assertEquals(at("p00/0.png") + " is the only image of p00: a triplet needs two of a person. Add another, or remove the folder. Passed over: "
                + at("p00/b.webp") + " (a format that Facet does not read: save it as JPEG or PNG).", refused());
        Files.delete(at("p00/0.png"));
        for (int i = 0; i < 6; i++) {
            Files.writeString(at("p00/c" + i + ".HEIC"), "x");
        }
        assertTrue(refused().startsWith(at("p00") + " holds no image (.jpg, ") && refused().endsWith(", and 2 more."), refused());
    }

    @Test
    void jfifAndJpeAreJpegs() throws IOException {
        Files.copy(TestImages.write(at("p00/a.jpg"), TestImages.gradient(5, 5)), at("p00/b.jfif"));
        Files.copy(at("p00/a.jpg"), at("p00/c.JPE"));
        assertEquals(5, FaceFolder.open(folder).people().get(0).images().size());
        assertEquals(7, FolderImages.below(folder).images().size());
    }

    /** What the sentence is about depends on the machine: no folder with images, one without, one that may not be read. */
    @Test
    void theRootOfTheFileSystemGetsASentence() {
        Path root = folder.toAbsolutePath().getRoot();
        String message = assertThrows(FacetException.class, () -> FaceFolder.open(root)).getMessage();
        assertTrue(message.startsWith(root.toString()) && message.endsWith("."), message);
    }

    @Test
    void aFolderThatMayNotBeReadIsNamed() throws IOException {
        assertEquals("photos/secret: you may not read it. Change its mode, or move it elsewhere.",
                FaceFolder.unreadable(Path.of("photos"), new AccessDeniedException("photos/secret")).getMessage());
        assertTrue(at("p01").toFile().setReadable(false));
        assumeFalse(Files.isReadable(at("p01")), "root may read all");
        String sentence = at("p01") + ": you may not read it. Change its mode, or move it elsewhere.";
        assertEquals(sentence, refused());
        assertEquals(sentence, assertThrows(FacetException.class, () -> FolderImages.below(folder)).getMessage());
        assertTrue(at("p01").toFile().setReadable(true));
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        assertEquals("Can't read the folder " + at("none") + ": is the path right?",
                assertThrows(FacetException.class, () -> FolderImages.below(at("none"))).getMessage());
        assertFalse(Files.exists(at("none")));
    }

    private String refused() {
        return assertThrows(FacetException.class, () -> FaceFolder.open(folder)).getMessage();
    }

    private Path at(String name) {
        return folder.resolve(name);
    }
}
