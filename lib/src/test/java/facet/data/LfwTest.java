package facet.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.data.download.Archives;
import facet.data.download.PublishedFile;
import facet.io.DataHome;
import facet.io.FacetException;
import facet.io.Progress;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** With a small archive in the form of LFW; no photograph of a person is part of the tests. */
class LfwTest {

    private static final PublishedFile PUBLISHED = new PublishedFile(Lfw.VARIABLE, "the archive of LFW or its folder", "lfw-funneled.tgz",
            URI.create("http://localhost:1/lfw.tgz"), "00000000000000000");

    @TempDir
    private Path folder;
    private DataHome home;
    private Path archive;

    @BeforeEach
    void pack() throws IOException {
        home = new DataHome(folder);
        archive = folder.resolve("lfw-small.tgz");
        Archives.pack(archive, "lfw/Anna/Anna_0001.jpg", "lfw/Anna/Anna_0002.jpg", "lfw/Bea/Bea_0001.jpg", "lfw/Cy/Cy_0002.jpg", "lfw/Cy/Cy_0001.jpg");
    }

    @Test
    void unpacksOnceAndTakesPeopleWithTwoImages() throws IOException {
        FaceSet faces = open(archive);
        assertEquals(List.of("Anna", "Cy"), faces.people().stream().map(Person::name).toList());
        assertEquals("Cy_0001.jpg", faces.people().get(1).images().get(0).getFileName().toString());
        Files.delete(faces.people().get(0).images().get(1));
        assertEquals(1, open(archive).people().size(), "what was unpacked is used");
    }

    @Test
    void whatWasDownloadedAndUnpackedIsUsedWithoutANetwork() throws IOException {
        Files.createDirectories(home.cache());
        Path downloaded = Files.move(archive, home.cache().resolve(PUBLISHED.name()));
        PublishedFile published = new PublishedFile(Lfw.VARIABLE, "", PUBLISHED.name(), PUBLISHED.address(), DigestUtils.sha256Hex(Files.readAllBytes(downloaded)));
        assertEquals(2, open(null, published).people().size());
        Files.delete(downloaded);
        assertEquals(2, open(null, published).people().size());
        FacetException e = assertThrows(FacetException.class, () -> open(null, PUBLISHED), "another archive is not here");
        assertTrue(e.getMessage().contains("Could not download"), e.getMessage());
    }

    @Test
    void theFolderOfItsPeopleNeedsNoListOfLookAlikes() {
        Path people = Lfw.folder(PUBLISHED, archive.toString(), home, Progress.silent());
        assertTrue(Files.isRegularFile(people.resolve("Bea/Bea_0001.jpg")), "somebody with one image: " + people);
    }

    @Test
    void theLookAlikesAreThoseOfTheList() {
        Triplet triplet = open(archive).triplets().get(0);
        assertEquals("Anna and Bea, real look-alikes", triplet.name() + ", " + triplet.kind());
    }

    @Test
    void peopleAreFoundFoldersBelow() throws IOException {
        List<String> people = List.of("Anna", "Cy");
        Path nested = Archives.pack(folder.resolve("nested.zip"), "__MACOSX/lfw/lfw/Anna/._Anna_0001.jpg", "archive/lfw/Anna/1.jpg", "archive/lfw/Anna/2.jpg",
                "archive/lfw/Cy/1.jpg", "archive/lfw/Cy/2.jpg", "archive/lfw/Bea/1.jpg");
        assertEquals(people, open(nested).people().stream().map(Person::name).toList());
        Path flat = Archives.pack(folder.resolve("flat.tar"), "Anna/1.jpg", "Anna/2.jpg", "Cy/1.jpg", "Cy/2.jpg");
        assertEquals(people, open(flat).people().stream().map(Person::name).toList());
        assertEquals(List.of("Anna"), open(Archives.pack(folder.resolve("one.tar"), "Anna/1.jpg", "Anna/2.jpg")).people().stream().map(Person::name).toList());
        Path byHand = folder.resolve("by-hand");
        for (String name : List.of("__MACOSX/lfw/1.jpg", "lfw/Anna/1.jpg", "lfw/Anna/2.jpg", "lfw/Cy/1.jpg", "lfw/Cy/2.jpg")) {
            Files.createDirectories(byHand.resolve(name).getParent());
            Files.writeString(byHand.resolve(name), name);
        }
        assertEquals(people, open(byHand).people().stream().map(Person::name).toList());
    }

    @Test
    void takesAFolder() throws IOException {
        Path unpacked = open(archive).people().get(0).images().get(0).getParent().getParent();
        assertEquals(2, open(unpacked).people().size());
    }

    @Test
    void anUnpackingThatWasKilledLeavesNoHalfSet() throws IOException {
        Path part = home.cache().resolve("lfw-small-unpacked.part/lfw/Zoe");
        Files.createDirectories(part);
        assertEquals(2, open(archive).people().size());
        assertFalse(Files.exists(part));
    }

    @Test
    void anArchiveThatWasCutShortLeavesNothing() throws IOException {
        byte[] whole = Files.readAllBytes(archive);
        Path half = Files.write(folder.resolve("half.tgz"), Arrays.copyOf(whole, whole.length / 2));
        FacetException e = assertThrows(FacetException.class, () -> open(half));
        assertTrue(e.getMessage().contains("half.tgz"), e.getMessage());
        try (Stream<Path> cache = Files.list(home.cache())) {
            assertEquals(List.of(), cache.filter(file -> file.toString().contains("-unpacked")).toList());
        }
    }

    /** What else is wrong with an archive: {@link facet.data.download.UnpackingTest}. */
    @Test
    void anArchiveThatNamesAFileOutsideIsRefused() throws IOException {
        Path bad = Archives.pack(folder.resolve("bad.tgz"), "lfw/Anna/Anna_0001.jpg", "lfw/Anna/Anna_0002.jpg", "../outside.jpg");
        FacetException e = assertThrows(FacetException.class, () -> open(bad));
        assertTrue(e.getMessage().contains("bad.tgz names a file outside its folder, ../outside.jpg"), e.getMessage());
        assertFalse(Files.exists(home.cache().resolve("outside.jpg")));
    }

    @Test
    void aPathThatIsNotThereNamesTheSetting() {
        FacetException e = assertThrows(FacetException.class, () -> open(folder.resolve("none.tgz")));
        assertTrue(e.getMessage().contains("FACET_LFW"), e.getMessage());
    }

    @Test
    @EnabledIfEnvironmentVariable(named = Lfw.VARIABLE, matches = ".+")
    @EnabledIfEnvironmentVariable(named = LookalikePairs.VARIABLE, matches = ".+")
    void thePapersSetOfTheRealLfw() {
        DataHome real = DataHome.find();
        FaceSet faces = PaperSet.open(real, Progress.silent());
        assertEquals(1680, faces.people().size());
        TripletSplit split = TripletSplit.of(faces, 42);
        assertEquals(1361, split.train().size());
        assertEquals(List.of("test", "generated look-alikes", "real look-alikes", "lookalike", "twinlike"),
                split.testSets().stream().map(TripletSet::name).toList());
        assertEquals(11, split.testSets().get(2).size(), "14 pairs are in LFW, of three nobody has two images");
    }

    private FaceSet open(Path source) {
        return open(source.toString(), PUBLISHED);
    }

    private FaceSet open(String named, PublishedFile published) {
        return Lfw.open(published, named, List.of(new LookalikePairs.Pair("Anna", "Bea")), home, Progress.silent());
    }
}
