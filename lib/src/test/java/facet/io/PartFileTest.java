package facet.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a killed program left, and what one that is alive writes. */
class PartFileTest {

    @TempDir
    Path folder;

    @Test
    void whatKilledProgramsLeftIsRemovedByTheNextWriteIntoTheFolder() throws IOException {
        part("a.txt", Duration.ofMinutes(20));
        part("checkpoint.safetensors", Duration.ofMinutes(20));
        Path young = part("a.txt", Duration.ofMinutes(1));
        Path foreign = Files.createFile(folder.resolve(".b.txt.part"));
        assertTrue(foreign.toFile().setLastModified(0));
        write();
        assertEquals(Set.of(folder.resolve("a.txt"), young, foreign), left());
    }

    @Test
    void whatThisProgramWritesStays() throws IOException {
        assertStaysWhileWritten(folder);
    }

    /** A link to the folder is another name of the same part. */
    @Test
    void whatThisProgramWritesStaysUnderAnotherNameOfTheFolder(@TempDir Path above) throws IOException {
        assertStaysWhileWritten(Files.createSymbolicLink(above.resolve("link"), folder));
    }

    private void assertStaysWhileWritten(Path to) throws IOException {
        AtomicFile.write(to.resolve("slow.txt"), slow -> {
            Path part = left().iterator().next();
            assertTrue(part.toFile().setLastModified(System.currentTimeMillis() - Duration.ofDays(2).toMillis()));
            write();
            assertTrue(Files.exists(part));
        });
        assertEquals(Set.of(folder.resolve("slow.txt"), folder.resolve("a.txt")), left());
    }

    @Test
    void whatAnotherProgramWritesStaysUntilItIsKilled() throws Exception {
        Path part = part("a.txt", Duration.ofDays(2));
        Process writer = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx32m", "-cp",
                Path.of(PartFileTest.class.getProtectionDomain().getCodeSource().getLocation().toURI()).toString(), Holder.class.getName(), part.toString()).start();
        assertEquals('L', writer.getInputStream().read(), "locked");
        write();
        assertTrue(Files.exists(part));
        writer.destroyForcibly().waitFor();
        write();
        assertFalse(Files.exists(part));
    }

    @Test
    void anInterruptLeavesTheLockInPlace() throws IOException {
        Thread.currentThread().interrupt();
        try {
            assertTrue(Interrupts.deferred(() -> !Thread.currentThread().isInterrupted()));
            assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"));
            assertTrue(PartFile.forceFolder(folder), "its entries can be forced to disk");
            assertFalse(PartFile.forceFolder(folder.resolve("none")));
        } finally {
            assertTrue(Thread.interrupted());
        }
    }

    /** Another program that writes. */
    static final class Holder {
        public static void main(String[] args) throws Exception {
            FileChannel channel = FileChannel.open(Path.of(args[0]), StandardOpenOption.WRITE);
            System.out.print(channel.tryLock(Long.MAX_VALUE - 1, 1, false) == null ? '-' : 'L');
            System.out.flush();
            Thread.sleep(60_000);
        }
    }

    private void write() {
        AtomicFile.write(folder.resolve("a.txt"), out -> out.write(1));
    }

    private Path part(String name, Duration age) throws IOException {
        Path part = Files.createFile(folder.resolve("." + name + "." + UUID.randomUUID() + ".part"));
        assertTrue(part.toFile().setLastModified(System.currentTimeMillis() - age.toMillis()));
        return part;
    }

    private Set<Path> left() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.collect(Collectors.toSet());
        }
    }
}
