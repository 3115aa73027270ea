package facet.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** With a small archive in the form of LFW; no photograph of a person is part of the tests. */
class LfwTest {

    @TempDir
    private Path folder;
    private DataHome home;
    private Path archive;

    @BeforeEach
    void pack() throws IOException {
        home = new DataHome(folder);
        archive = folder.resolve("lfw-small.tgz");
        pack(archive, "lfw/Anna/Anna_0001.jpg", "lfw/Anna/Anna_0002.jpg", "lfw/Bea/Bea_0001.jpg", "lfw/Cy/Cy_0002.jpg", "lfw/Cy/Cy_0001.jpg");
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
        Path downloaded = Files.move(archive, home.cache().resolve("lfw-funneled.tgz"));
        Archive.extract(downloaded, home.cache(), Progress.silent());
        Files.delete(downloaded);
        assertEquals(2, Lfw.open(null, home, Progress.silent()).people().size());
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
        assertFalse(Files.exists(home.cache().resolve("half-unpacked")));
        assertFalse(Files.exists(home.cache().resolve("half-unpacked.part")));
    }

    @Test
    void anArchiveThatNamesAFileOutsideIsRefused() throws IOException {
        Path bad = folder.resolve("bad.tgz");
        pack(bad, "lfw/Anna/Anna_0001.jpg", "../../outside.jpg");
        assertThrows(FacetException.class, () -> open(bad));
        assertFalse(Files.exists(folder.resolve("outside.jpg")));
    }

    @Test
    void aPathThatIsNotThereNamesTheSetting() {
        FacetException e = assertThrows(FacetException.class, () -> open(folder.resolve("none.tgz")));
        assertTrue(e.getMessage().contains("FACET_LFW"), e.getMessage());
    }

    @Test
    @EnabledIfEnvironmentVariable(named = Lfw.VARIABLE, matches = ".+")
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
        return Lfw.open(source.toString(), home, Progress.silent());
    }

    private static void pack(Path archive, String... files) throws IOException {
        try (OutputStream out = Files.newOutputStream(archive);
                TarArchiveOutputStream tar = new TarArchiveOutputStream(new GzipCompressorOutputStream(out))) {
            for (String name : files) {
                TarArchiveEntry entry = new TarArchiveEntry(name, true);
                byte[] content = name.getBytes();
                entry.setSize(content.length);
                tar.putArchiveEntry(entry);
                tar.write(content);
                tar.closeArchiveEntry();
            }
        }
    }
}
