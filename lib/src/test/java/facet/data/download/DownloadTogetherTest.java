package facet.data.download;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.io.FacetException;
import facet.io.OtherProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two that fetch the same file at once, such as a notebook and a terminal: one does, the other waits. */
@Timeout(60)
class DownloadTogetherTest {

    @TempDir
    private Path folder;
    private DownloadServer server;

    @BeforeEach
    void serve() throws IOException {
        server = new DownloadServer(folder.resolve("file.bin"));
        server.answer = new CountDownLatch(1);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void twoThreads() throws Exception {
        CompletableFuture<Void> first = CompletableFuture.runAsync(server::fetch);
        awaitRequest();
        fetchAndReleaseTheFirst();
        first.get();
        assertFetchedOnce();
    }

    @Test
    void twoPrograms() throws Exception {
        try (OtherProgram other = OtherProgram.start("fetch", server.address, server.sum, server.file)) {
            awaitRequest();
            fetchAndReleaseTheFirst();
            other.end();
        }
        assertFetchedOnce();
    }

    @Test
    void whoWaitsCanBeStopped() throws Exception {
        CompletableFuture<Void> first = CompletableFuture.runAsync(server::fetch);
        awaitRequest();
        Thread.currentThread().interrupt();
        String message = assertThrows(FacetException.class, server::fetch).getMessage();
        assertTrue(message.contains("was stopped"), message);
        assertTrue(Thread.interrupted(), "whoever called sees the interrupt");
        server.answer.countDown();
        first.get();
        assertFetchedOnce();
    }

    private void awaitRequest() throws InterruptedException {
        while (server.ranges.isEmpty()) {
            Thread.sleep(20);
        }
    }

    private void fetchAndReleaseTheFirst() {
        Download.fetch(server.address, server.sum, server.file, (task, done, total, detail) -> {
            assertEquals("wait for another download of file.bin", task);
            server.answer.countDown();
        });
    }

    private void assertFetchedOnce() throws IOException {
        assertEquals(List.of("all"), server.ranges);
        assertArrayEquals(server.content, Files.readAllBytes(server.file));
    }
}
