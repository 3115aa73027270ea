package facet.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.apache.commons.codec.digest.DigestUtils;

/** Fetches a file by address and SHA-256; a broken-off download goes on where it was. */
public final class Download {

    private static final int PARTIAL_CONTENT = 206;
    private static final int OK = 200;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Download() { }

    /**
     * Makes sure that a file is there and is the right one; where it is already, nothing is sent for.
     *
     * @throws FacetException where it can't be reached (what has arrived is kept) or the checksum is another (it is deleted)
     */
    public static void fetch(URI address, String sha256, Path file, Progress progress) {
        fetch(address, sha256, file, progress, PATIENCE);
    }

    /** The same, given up where nothing arrives for so long. */
    static void fetch(URI address, String sha256, Path file, Progress progress, Duration patience) {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            if (Files.exists(file)) {
                expect(sha256, file); // it may have been put there by hand
                return;
            }
            Files.createDirectories(file.toAbsolutePath().getParent());
            receive(address, part, progress, patience);
            String found = sum(part);
            if (!found.equals(sha256)) {
                Files.delete(part);
                throw new FacetException(address + " has the SHA-256 " + found + ", expected " + sha256
                        + ". It was deleted; try again, or get the file elsewhere and put it at " + file + ".");
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new FacetException("Could not download " + address + " (" + e + "). What has arrived is kept, the next try goes on from"
                    + " there; or put the file at " + file + " yourself.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FacetException("The download of " + address + " was stopped; the next try goes on from there.", e);
        }
    }

    private static void expect(String sha256, Path file) throws IOException {
        String found = sum(file);
        if (!found.equals(sha256)) {
            throw new FacetException(file + " has the SHA-256 " + found + ", expected " + sha256 + ". Remove it, and it is downloaded again.");
        }
    }

    private static String sum(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return DigestUtils.sha256Hex(in);
        }
    }

    private static void receive(URI address, Path part, Progress progress, Duration patience)
            throws IOException, InterruptedException {
        long have = Files.exists(part) ? Files.size(part) : 0;
        HttpClient client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).connectTimeout(patience).build();
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        if (have > 0) {
            request.header("Range", "bytes=" + have + "-");
        }
        HttpResponse<InputStream> response = ReadLimit.await(
                client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofInputStream()), patience);
        try (ReadLimit in = new ReadLimit(response.body(), patience)) {
            if (response.statusCode() == 416) {
                return; // nothing beyond what is here: the checksum decides
            }
            if (response.statusCode() != OK && response.statusCode() != PARTIAL_CONTENT) {
                throw new IOException("HTTP status " + response.statusCode());
            }
            boolean goesOn = response.statusCode() == PARTIAL_CONTENT;
            long done = goesOn ? have : 0;
            long total = done + response.headers().firstValueAsLong("Content-Length").orElse(0);
            try (OutputStream out = Files.newOutputStream(part, StandardOpenOption.CREATE,
                    goesOn ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                byte[] buffer = new byte[1 << 16];
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    out.write(buffer, 0, n);
                    done += n;
                    progress.report("download " + part.getFileName().toString().replace(".part", ""), done >> 20, total >> 20, "MB");
                }
            }
        }
    }
}
