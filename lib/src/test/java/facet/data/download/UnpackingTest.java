package facet.data.download;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.io.FacetException;
import facet.io.Progress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.UnixStat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives of all forms: what is read, and what is refused in a sentence that is true. */
class UnpackingTest {

    private static final String FIRST = "lfw/Anna/Anna_0001.jpg";
    private static final String SECOND = "lfw/Anna/Anna_0002.jpg";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"a.tgz", "a.tar", "a.zip", "a.tar.bz2"})
    void isReadInEachForm(String name) throws IOException {
        Path archive = pack(name, FIRST, "__MACOSX/lfw/Anna/._Anna_0001.jpg", SECOND, "lfw/._Anna");
        assertEquals(List.of(FIRST, SECOND), unpack(Files.move(archive, folder.resolve("archive")))); // whatever its name says
    }

    @Test
    void allPartsOfAGzipAreRead() throws IOException {
        byte[] tar = Files.readAllBytes(pack("a.tar", FIRST, SECOND));
        byte[] first = gzip(Arrays.copyOf(tar, 1024));
        assertSays("a.tgz is cut short", Files.write(folder.resolve("a.tgz"), first));
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.write(first);
        both.write(gzip(Arrays.copyOfRange(tar, 1024, tar.length)));
        assertEquals(List.of(FIRST, SECOND), unpack(Files.write(folder.resolve("a.tgz"), both.toByteArray())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.tgz", "a.tar", "a.zip"})
    void oneThatIsCutShortAnywhereIsRefused(String name) throws IOException {
        byte[] whole = Files.readAllBytes(pack(name, FIRST, SECOND));
        // A tar ends in blocks of zeros: without the last of them it is whole.
        int end = name.equals("a.tar") ? 2048 : whole.length - 1;
        for (int length = 0; length <= end; length += name.equals("a.tar") ? 64 : 1) {
            Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(whole, length));
            int so = length;
            String message = assertThrows(FacetException.class, () -> unpack(cut), () -> "cut at " + so).getMessage();
            assertTrue(message.contains(cut.toString()), message);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.tgz", "a.zip"})
    void aWrongByteIsFoundByTheChecksum(String name) throws IOException {
        Path archive = pack(name, FIRST, SECOND);
        byte[] bytes = Files.readAllBytes(archive);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int at = name.equals("a.zip") ? text.indexOf(FIRST, text.indexOf(FIRST) + 1) : bytes.length - 8; // in the content, or in the checksum
        bytes[at]++;
        assertSays("Is it whole", Files.write(archive, bytes));
    }

    @Test
    void theChecksumOfAGzipIsComparedThoughTheTarEndsBefore() throws IOException {
        byte[] tar = Files.readAllBytes(pack("a.tar", FIRST, SECOND));
        byte[] bytes = gzip(Arrays.copyOf(tar, tar.length + (1 << 20)));
        bytes[bytes.length - 8]++;
        assertSays("Is it whole", Files.write(folder.resolve("a.tgz"), bytes));
    }

    @ParameterizedTest
    @ValueSource(bytes = {TarConstants.LF_SYMLINK, TarConstants.LF_LINK, TarConstants.LF_FIFO, TarConstants.LF_CHR, TarConstants.LF_BLK})
    void aLinkOrDeviceInATarIsRefused(byte type) throws IOException {
        assertSays("holds " + SECOND + ", which is a link or a device", Archives.packSpecial(folder.resolve("a.tar"), type));
    }

    @ParameterizedTest
    @ValueSource(ints = {UnixStat.LINK_FLAG | 0777, 0020644, 0010644})
    void aLinkOrDeviceInAZipIsRefused(int mode) throws IOException {
        assertSays("holds " + SECOND + ", which is a link or a device", Archives.packZip(folder.resolve("a.zip"), mode));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../outside.jpg", "../../outside.jpg", "../../../outside.jpg", "lfw/../../outside.jpg", "../a-unpacked.part2/outside.jpg", "ABSOLUTE/outside.jpg"})
    void aNameThatLeadsOutsideIsRefused(String name) throws IOException {
        String full = name.replace("ABSOLUTE", folder.resolve("absolute").toString());
        for (String form : List.of("a.tgz", "a.zip")) {
            assertSays("names a file outside its folder", pack(form, FIRST, SECOND, full));
            try (Stream<Path> files = Files.walk(folder)) {
                assertEquals(List.of(), files.filter(file -> file.endsWith("outside.jpg")).toList());
            }
        }
    }

    @Test
    void whatIsNoArchiveIsNamed() throws IOException {
        assertSays("is neither a tar nor a zip (starts with 3c 68 74 6d, an HTML page?)", Files.writeString(folder.resolve("a.tgz"), "<html>Log in</html>"));
        assertSays("is neither a tar nor a zip (it is empty)", Files.writeString(folder.resolve("a.tgz"), ""));
        assertSays("is neither a tar nor a zip", Files.write(folder.resolve("a.tgz"), gzip("something else".getBytes())));
        assertSays("is a file of 7z, which Facet does not read", Files.write(folder.resolve("a.7z"), new byte[] {'7', 'z', (byte) 0xBC, (byte) 0xAF, 0x27, 0x1C, 0, 4, 0, 0, 0, 0}));
        assertSays("holds no file", pack("a.tgz", "__MACOSX/._a"));
        assertSays("holds " + FIRST + " twice", pack("a.tgz", FIRST, FIRST));
    }

    private Path pack(String name, String... files) throws IOException {
        return Archives.pack(folder.resolve(name), files);
    }

    private List<String> unpack(Path archive) throws IOException {
        Path unpacked = Archive.extract(archive, folder.resolve("data/cache"), Progress.silent());
        try (Stream<Path> files = Files.walk(unpacked)) {
            List<Path> found = files.filter(Files::isRegularFile).sorted().toList();
            for (Path file : found) {
                assertEquals(unpacked.relativize(file).toString(), Files.readString(file));
            }
            return found.stream().map(file -> unpacked.relativize(file).toString()).toList();
        }
    }

    private void assertSays(String part, Path archive) throws IOException {
        String message = assertThrows(FacetException.class, () -> unpack(archive)).getMessage();
        assertTrue(message.contains(part) && message.contains(archive.toString()), message);
        try (Stream<Path> files = Files.list(folder.resolve("data/cache"))) {
            assertEquals(List.of(), files.filter(file -> file.toString().contains("-unpacked")).toList());
        }
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }
}
