package facet.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
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
    void othersMayReadItAsAnyFile() throws IOException {
        Path plain = Files.createFile(folder.resolve("plain.txt"));
        AtomicFile.write(folder.resolve("a.txt"), out -> out.write(1));
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"));
        assertEquals(Files.getPosixFilePermissions(plain), Files.getPosixFilePermissions(folder.resolve("a.txt")));
    }

    @Test
    void aFileKeepsItsModeAndIsNeverOpenToOthersMeanwhile() throws IOException {
        Path file = Files.createFile(folder.resolve("private.csv"));
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"));
        for (String mode : List.of("rw-------", "rw-rw----", "r--r--r--")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
            AtomicFile.write(file, out -> {
                out.write(1);
                for (Path each : left()) {
                    assertTrue(each.equals(file) || PosixFilePermissions.toString(Files.getPosixFilePermissions(each)).equals("rw-------"), each.toString());
                }
            });
            assertEquals(mode, PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        }
    }

    @Test
    void throughALinkItsFileIsWritten() throws IOException {
        Path real = Files.writeString(Files.createDirectories(folder.resolve("there")).resolve("real.csv"), "before");
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), Path.of("there/real.csv"));
        Path second = Files.createSymbolicLink(folder.resolve("second.csv"), Path.of("link.csv"));
        AtomicFile.check(second);
        AtomicFile.write(second, out -> out.write("after".getBytes()));
        assertTrue(Files.isSymbolicLink(link) && Files.isSymbolicLink(second));
        assertEquals("after", Files.readString(real));
        Files.delete(real);
        AtomicFile.check(link);
        AtomicFile.write(link, out -> out.write("made".getBytes()));
        assertEquals("made", Files.readString(real));
    }

    @Test
    void aPipeIsWrittenToAndStays() throws Exception {
        Path pipe = folder.resolve("pipe");
        try {
            assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0);
        } catch (IOException e) {
            assumeTrue(false, "no mkfifo here");
        }
        AtomicFile.check(pipe);
        Process reader = new ProcessBuilder("cat", pipe.toString()).start();
        AtomicFile.write(pipe, out -> out.write("through".getBytes()));
        assertTrue(!Files.isRegularFile(pipe) && Files.exists(pipe));
        if (!reader.waitFor(10, TimeUnit.SECONDS)) { // it waits for ever where nothing comes
            reader.destroy();
        }
        assertEquals("through", new String(reader.getInputStream().readAllBytes()));
    }

    @Test
    void aNameAsLongAsTheSystemTakesIsWritten() throws IOException {
        Path file = folder.resolve("ä".repeat(120) + ".txt");
        AtomicFile.write(file, out -> out.write(1));
        assertEquals(List.of(file), left());
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
        String tooLong = refused(folder.resolve("x".repeat(300)));
        assertTrue(tooLong.contains("too long") && tooLong.endsWith("Choose another place."), tooLong);
        Path circle = Files.createSymbolicLink(folder.resolve("circle"), Path.of("circle"));
        assertEquals("Can't write " + circle + " (its links lead in a circle). Choose another place.", refused(circle));
    }

    @Test
    void aReadOnlyFileIsRefusedBefore() throws IOException {
        Path file = Files.createFile(folder.resolve("a.txt"));
        assumeTrue(file.toFile().setReadOnly() && !Files.isWritable(file), "root may write to all");
        assertEquals("Can't write " + file + ": it is read-only for you. Change its mode, or choose another place.", refused(file));
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
