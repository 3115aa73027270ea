package facet.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DownloadTest {

    private static final int HALF = 1_500_000;

    @TempDir
    private Path folder;
    private Path file;
    private Path part;
    private final byte[] content = new byte[2 * HALF];
    private final String sum = DigestUtils.sha256Hex(fill(content));
    private final List<String> ranges = new ArrayList<>(); // what each request asked for
    private boolean breaksOff;
    private CountDownLatch answer = new CountDownLatch(0); // what the server waits for before it answers
    private CountDownLatch stall = new CountDownLatch(0); // and before it goes on
    private boolean knowsRanges = true;
    private int status = 200;
    private HttpServer server;
    private URI address;

    @BeforeEach
    void serve() throws IOException {
        file = folder.resolve("below/file.bin");
        part = folder.resolve("below/file.bin.part");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/file", this::answer);
        server.start();
        address = URI.create("http://localhost:" + server.getAddress().getPort() + "/file");
    }

    private void answer(HttpExchange exchange) throws IOException {
        String range = exchange.getRequestHeaders().getFirst("Range");
        ranges.add(range == null ? "all" : range);
        int from = range == null || !knowsRanges ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
        if (status != 200 || from >= content.length) {
            exchange.sendResponseHeaders(status != 200 ? status : 416, -1);
            exchange.close();
            return;
        }
        await(answer);
        exchange.sendResponseHeaders(from > 0 ? 206 : 200, content.length - from);
        exchange.getResponseBody().write(content, from, (breaksOff ? HALF : content.length) - from);
        exchange.getResponseBody().flush();
        await(stall);
        exchange.close(); // with less than was promised, the connection breaks
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @AfterEach
    void stop() {
        answer.countDown();
        stall.countDown();
        server.stop(0);
    }

    @Test
    void arrivesWholeAndSaysHowFarItIs() throws IOException {
        List<Long> done = new ArrayList<>();
        Download.fetch(address, sum, file, (task, now, total, detail) -> done.add(now));
        assertArrayEquals(content, Files.readAllBytes(file));
        assertFalse(Files.exists(part));
        assertEquals(content.length >> 20, done.get(done.size() - 1));
    }

    @Test
    void goesOnWhereItBrokeOff() throws IOException {
        breaksOff = true;
        FacetException e = assertThrows(FacetException.class, this::fetch);
        assertTrue(e.getMessage().contains("the next try goes on"), e.getMessage());
        assertFalse(Files.exists(file));
        long kept = Files.size(part);
        assertTrue(kept > 0 && kept <= HALF);
        breaksOff = false;
        fetch();
        assertArrayEquals(content, Files.readAllBytes(file));
        assertEquals(List.of("all", "bytes=" + kept + "-"), ranges);
    }

    @Test
    void aServerThatFallsSilentIsLeftAndWhatArrivedIsKept() throws IOException {
        breaksOff = true;
        stall = new CountDownLatch(1);
        String message = assertThrows(FacetException.class, this::fetchWithinASecond).getMessage();
        assertTrue(message.contains("nothing has arrived for 1 seconds"), message);
        assertEquals(HALF, Files.size(part));
    }

    @Test
    void aServerThatNeverAnswersIsLeft() {
        answer = new CountDownLatch(1);
        String message = assertThrows(FacetException.class, this::fetchWithinASecond).getMessage();
        assertTrue(message.contains("nothing has arrived for 1 seconds"), message);
    }

    private void fetchWithinASecond() {
        Download.fetch(address, sum, file, Progress.silent(), Duration.ofSeconds(1));
    }

    @Test
    void startsAgainWhereTheServerCannotGoOn() throws IOException {
        keep(Arrays.copyOf(content, HALF));
        knowsRanges = false;
        fetch();
        assertArrayEquals(content, Files.readAllBytes(file));
    }

    @Test
    void takesAPartThatIsWhole() throws IOException {
        keep(content);
        fetch();
        assertArrayEquals(content, Files.readAllBytes(file));
    }

    @Test
    void anotherChecksumDeletesItAndSaysBoth() {
        FacetException e = assertThrows(FacetException.class, () -> Download.fetch(address, "abc", file, Progress.silent()));
        assertTrue(e.getMessage().contains(sum) && e.getMessage().contains("abc"), e.getMessage());
        assertFalse(Files.exists(part));
        assertFalse(Files.exists(file));
    }

    @Test
    void aPartOfAnotherFileIsFoundOutAndDeleted() throws IOException {
        keep(new byte[HALF]);
        assertThrows(FacetException.class, this::fetch);
        fetch();
        assertArrayEquals(content, Files.readAllBytes(file));
    }

    @Test
    void nothingIsSentForWhereItIsThere() throws IOException {
        keep(new byte[0]);
        Files.write(file, content);
        fetch();
        assertEquals(List.of(), ranges);
    }

    @Test
    void aWrongFileInItsPlaceIsNamedAndKept() throws IOException {
        keep(new byte[0]);
        Files.write(file, new byte[] {1});
        FacetException e = assertThrows(FacetException.class, this::fetch);
        assertTrue(e.getMessage().contains("Remove it"), e.getMessage());
        assertTrue(Files.exists(file));
    }

    @Test
    void aMissingPageIsAnErrorAndKeepsThePart() throws IOException {
        keep(Arrays.copyOf(content, HALF));
        status = 404;
        FacetException e = assertThrows(FacetException.class, this::fetch);
        assertTrue(e.getMessage().contains("404"), e.getMessage());
        assertEquals(HALF, Files.size(part));
    }

    private void fetch() {
        Download.fetch(address, sum, file, Progress.silent());
    }

    private void keep(byte[] arrived) throws IOException {
        Files.createDirectories(part.getParent());
        Files.write(part, arrived);
    }

    private static byte[] fill(byte[] bytes) {
        new Random(1).nextBytes(bytes);
        return bytes;
    }
}
