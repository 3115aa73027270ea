package facet.data.download;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.io.FacetException;
import facet.io.OtherProgram;
import facet.io.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is kept of an archive: each content once, and whole, whoever unpacks beside. */
@Timeout(60)
class ArchiveTest {

    private static final String[] NAMES = IntStream.range(0, 50).mapToObj(i -> "lfw/p" + i + "/1.jpg").toArray(String[]::new);

    @TempDir
    private Path folder;
    private Path cache;
    private Path archive;

    @BeforeEach
    void pack() throws IOException {
        cache = folder.resolve("cache");
        archive = Archives.pack(folder.resolve("lfw.tar"), NAMES);
    }

    @Test
    void anotherArchiveOfTheSameNameSizeAndTimeIsUnpackedToo() throws IOException {
        Path first = extract();
        FileTime time = Files.getLastModifiedTime(archive);
        long size = Files.size(archive);
        Archives.pack(archive, Stream.of(NAMES).map(name -> name.replace("lfw/p", "lfw/q")).toArray(String[]::new));
        Files.setLastModifiedTime(archive, time);
        assertEquals(size, Files.size(archive));
        Path second = extract();
        assertNotEquals(first, second);
        assertTrue(Files.exists(first.resolve("lfw/p0/1.jpg")) && Files.exists(second.resolve("lfw/q0/1.jpg")));
    }

    @Test
    void theSameContentUnderAnotherNameIsUnpackedOnce() throws IOException {
        Path first = extract();
        assertEquals(first, Archive.extract(Files.copy(archive, folder.resolve("copy.bin")), cache, Progress.silent()));
    }

    @Test
    void asLongAsItIsUnchangedItIsNotReadAgain() throws IOException {
        Path first = extract();
        Path record = cache.resolve("archives.properties");
        String sum = first.getFileName().toString().replace("-unpacked", "");
        Files.writeString(record, Files.readString(record).replace("=" + sum, "=000000000000"));
        Path other = Files.move(first, cache.resolve("000000000000-unpacked"));
        assertEquals(other, extract());
        Files.setLastModifiedTime(archive, FileTime.fromMillis(0));
        assertEquals(first, extract());
    }

    @Test
    void twoThreadsUnpackOnce() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch waits = new CountDownLatch(1);
        CompletableFuture<Path> first = CompletableFuture.supplyAsync(() -> Archive.extract(archive, cache, (task, done, total, detail) -> {
            begun.countDown();
            await(waits);
        }));
        begun.await();
        Path second = extractAfterWaiting(waits::countDown);
        assertEquals(first.get(), second);
        assertWhole(second);
    }

    @Test
    void twoProgramsUnpackOnce() throws Exception {
        try (OtherProgram other = OtherProgram.start("unpack", archive, cache)) {
            other.ready();
            Path second = extractAfterWaiting(other::goOn);
            other.end();
            assertWhole(second);
        }
    }

    @Test
    void aProgramThatIsKilledLeavesNoHalfSet() throws Exception {
        try (OtherProgram other = OtherProgram.start("unpack", archive, cache)) {
            other.ready();
            assertEquals(1, kept("*-unpacked.part").size());
            other.kill();
        }
        assertWhole(extract());
        assertEquals(List.of(), kept("*.part"));
    }

    @Test
    void whereAFileIsMissingAtTheEndNothingIsKept() throws IOException {
        assertSays("50 files were written, but 49 are there", (task, done, total, detail) -> remove("*-unpacked.part", "lfw/p0/1.jpg"));
    }

    @Test
    void anArchiveThatIsBeingCopiedIsNotKept() throws IOException {
        assertSays("lfw.tar has changed while it was unpacked", (task, done, total, detail) -> {
            try {
                Files.write(archive, new byte[1], StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Test
    void stoppingLeavesNothingAndSaysSo() throws IOException {
        assertSays("The unpacking of " + archive + " was stopped", (task, done, total, detail) -> Thread.currentThread().interrupt());
        assertTrue(Thread.interrupted(), "whoever called sees the interrupt");
    }

    private Path extract() {
        return Archive.extract(archive, cache, Progress.silent());
    }

    private Path extractAfterWaiting(Runnable other) {
        return Archive.extract(archive, cache, (task, done, total, detail) -> {
            assertEquals("wait for another unpacking", task);
            other.run();
        });
    }

    private void assertSays(String part, Progress progress) throws IOException {
        String message = assertThrows(FacetException.class, () -> Archive.extract(archive, cache, progress)).getMessage();
        assertTrue(message.contains(part), message);
        assertEquals(List.of(), kept("*-unpacked*"));
    }

    private void assertWhole(Path unpacked) throws IOException {
        for (String name : NAMES) {
            assertEquals(name, Files.readString(unpacked.resolve(name)));
        }
        assertEquals(List.of(unpacked), kept("*-unpacked*"));
    }

    private List<Path> kept(String names) throws IOException {
        try (var found = Files.newDirectoryStream(cache, names)) {
            return Stream.iterate(found.iterator(), all -> all.hasNext(), all -> all).map(all -> all.next()).toList();
        }
    }

    private void remove(String names, String file) {
        try {
            Files.deleteIfExists(kept(names).get(0).resolve(file));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
