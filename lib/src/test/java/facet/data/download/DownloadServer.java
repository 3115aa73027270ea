package facet.data.download;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import facet.io.Progress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.apache.commons.codec.digest.DigestUtils;

/** A server of one file on this machine that breaks off, falls silent or refuses when it is told to; and the place where its file goes. */
final class DownloadServer implements AutoCloseable {

    static final int HALF = 1_500_000;

    final byte[] content = new byte[2 * HALF];
    final String sum = DigestUtils.sha256Hex(fill(content));
    final List<String> ranges = new CopyOnWriteArrayList<>(); // what each request asked for
    final Path file;
    final Path part;
    final URI address;
    boolean breaksOff;
    CountDownLatch answer = new CountDownLatch(0); // what the server waits for before it answers
    CountDownLatch stall = new CountDownLatch(0); // and before it goes on
    boolean knowsRanges = true;
    int status = 200;
    private final HttpServer server;

    DownloadServer(Path file) throws IOException {
        this.file = file;
        part = file.resolveSibling(file.getFileName() + ".part");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/file", this::answer);
        server.start();
        address = URI.create("http://localhost:" + server.getAddress().getPort() + "/file");
    }

    void fetch() {
        Download.fetch(address, sum, file, Progress.silent());
    }

    void fetchWithinASecond() {
        Download.fetch(address, sum, file, Progress.silent(), Duration.ofSeconds(1));
    }

    /** Leaves the beginning of a file, as an earlier try would have. */
    void keep(byte[] arrived) throws IOException {
        Files.createDirectories(part.getParent());
        Files.write(part, arrived);
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

    private static byte[] fill(byte[] bytes) {
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    @Override
    public void close() {
        answer.countDown();
        stall.countDown();
        server.stop(0);
    }
}
