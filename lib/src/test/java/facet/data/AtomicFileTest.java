package facet.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {

    @TempDir
    Path folder;

    @Test
    void replacesAFileWhole() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "before");
        AtomicFile.write(file, out -> out.write("after".getBytes()));
        assertEquals("after", Files.readString(file));
        assertEquals(List.of(file), left());
    }

    @Test
    void aFullDiskLeavesWhatStoodThereAndNothingElse() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "before");
        String message = assertThrows(FacetException.class, () -> AtomicFile.write(file, out -> {
            out.write(new byte[3 << 20]); // more than the buffer: a part is on the disk
            throw new IOException("No space left on device");
        })).getMessage();
        assertTrue(message.contains("a.txt") && message.contains("No space left on device"), message);
        assertEquals("before", Files.readString(file));
        assertEquals(List.of(file), left());
    }

    @Test
    void ofTwoWritersEachFileIsWholeAndTheLastStays() throws IOException {
        Path file = folder.resolve("a.txt");
        AtomicFile.write(file, slow -> {
            slow.write(new byte[3 << 20]); // a part is on the disk
            AtomicFile.write(file, fast -> fast.write("fast".getBytes()));
            assertEquals("fast", Files.readString(file));
            slow.write("slow".getBytes());
        });
        assertEquals((3 << 20) + "slow".length(), Files.size(file));
        assertEquals(List.of(file), left());
    }

    @Test
    void whatAKilledProgramLeftIsRemovedADayLater() throws IOException {
        Path file = folder.resolve("a.txt");
        Path old = Files.createFile(folder.resolve(".a.txt.1.part"));
        Path young = Files.createFile(folder.resolve(".a.txt.2.part"));
        Path other = Files.createFile(folder.resolve(".b.txt.1.part"));
        for (Path part : List.of(old, other)) {
            assertTrue(part.toFile().setLastModified(System.currentTimeMillis() - Duration.ofDays(2).toMillis()));
        }
        AtomicFile.write(file, out -> out.write(1));
        assertEquals(Set.of(file, young, other), Set.copyOf(left()));
    }

    @Test
    void othersMayReadItAsAnyFile() throws IOException {
        Path plain = Files.createFile(folder.resolve("plain.txt"));
        AtomicFile.write(folder.resolve("a.txt"), out -> out.write(1));
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"));
        assertEquals(Files.getPosixFilePermissions(plain), Files.getPosixFilePermissions(folder.resolve("a.txt")));
    }

    @Test
    void anInterruptedThreadStillWrites() throws IOException {
        Thread.currentThread().interrupt();
        try {
            AtomicFile.write(folder.resolve("a.txt"), out -> out.write(new byte[3 << 20]));
        } finally {
            assertTrue(Thread.interrupted());
        }
        assertEquals(3 << 20, Files.size(folder.resolve("a.txt")));
    }

    @Test
    void whatCanNotBeWrittenIsSaidBefore() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "before");
        AtomicFile.check(file);
        AtomicFile.check(folder.resolve("not/yet/there.txt"));
        assertTrue(refused(folder).contains(folder + ": it is a folder"), refused(folder));
        assertTrue(refused(file.resolve("below.txt")).contains("a.txt is no folder"), refused(file.resolve("below.txt")));
        assertEquals(List.of(file), left());
    }

    private static String refused(Path file) {
        return assertThrows(FacetException.class, () -> AtomicFile.check(file)).getMessage();
    }

    private List<Path> left() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
