package facet.data.download;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.io.FacetException;
import facet.io.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A download that breaks off, and how it goes on. */
class DownloadTest {

    @TempDir
    private Path folder;
    private DownloadServer server;

    @BeforeEach
    void serve() throws IOException {
        server = new DownloadServer(folder.resolve("below/file.bin"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void arrivesWholeAndSaysHowFarItIs() throws IOException {
        List<Long> done = new ArrayList<>();
        Download.fetch(server.address, server.sum, server.file, (task, now, total, detail) -> done.add(now));
        assertArrayEquals(server.content, Files.readAllBytes(server.file));
        assertFalse(Files.exists(server.part));
        assertEquals(server.content.length >> 20, done.get(done.size() - 1));
    }

    @Test
    void aFileWithoutAPublishedSumIsKeptWhereItsContentIsRight() throws IOException {
        FacetException refused = assertThrows(FacetException.class, () -> Download.fetchUnpublished(server.address, file -> {
            throw new FacetException("Another file.");
        }, server.file, Progress.silent()));
        assertEquals("Another file.", refused.getMessage());
        assertFalse(Files.exists(server.part) || Files.exists(server.file), "nothing is kept of it");
        List<Path> checked = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            Download.fetchUnpublished(server.address, checked::add, server.file, Progress.silent());
            assertArrayEquals(server.content, Files.readAllBytes(server.file));
        }
        assertEquals(List.of(server.part, server.file), checked, "what is kept is checked, too, and not fetched again");
    }

    @Test
    void goesOnWhereItBrokeOff() throws IOException {
        server.breaksOff = true;
        FacetException e = assertThrows(FacetException.class, server::fetch);
        assertTrue(e.getMessage().contains("the next try goes on"), e.getMessage());
        assertFalse(Files.exists(server.file));
        long kept = Files.size(server.part);
        assertTrue(kept > 0 && kept <= DownloadServer.HALF);
        server.breaksOff = false;
        server.fetch();
        assertArrayEquals(server.content, Files.readAllBytes(server.file));
        assertEquals(List.of("all", "bytes=" + kept + "-"), server.ranges);
    }

    @Test
    void aServerThatFallsSilentIsLeftAndWhatArrivedIsKept() throws IOException {
        server.breaksOff = true;
        server.stall = new CountDownLatch(1);
        String message = assertThrows(FacetException.class, server::fetchWithinASecond).getMessage();
        assertTrue(message.contains("nothing has arrived for 1 seconds"), message);
        assertEquals(DownloadServer.HALF, Files.size(server.part));
    }

    @Test
    void aServerThatNeverAnswersIsLeft() {
        server.answer = new CountDownLatch(1);
        String message = assertThrows(FacetException.class, server::fetchWithinASecond).getMessage();
        assertTrue(message.contains("nothing has arrived for 1 seconds"), message);
    }

    @Test
    void startsAgainWhereTheServerCannotGoOn() throws IOException {
        server.keep(Arrays.copyOf(server.content, DownloadServer.HALF));
        server.knowsRanges = false;
        server.fetch();
        assertArrayEquals(server.content, Files.readAllBytes(server.file));
    }
}
