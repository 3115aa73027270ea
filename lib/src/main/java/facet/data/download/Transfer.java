package facet.data.download;

import facet.io.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/** Requests a file from a server over HTTP. */
final class Transfer {

    private static final int OK = 200;
    private static final int PARTIAL_CONTENT = 206;
    private static final int NOTHING_BEYOND = 416;

    private Transfer() { }

    /**
     * Receives a file, or its end where its beginning is here.
     *
     * @param part the beginning, which grows; made anew where it is missing or the server can't go on
     * @param patience how long nothing may arrive
     * @return whether the part still holds what an earlier try left
     * @throws IOException where the server can't be reached, refuses, breaks off or falls silent; what has arrived is in the part
     */
    static boolean receive(URI address, Path part, Progress progress, Duration patience)
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
            if (response.statusCode() == NOTHING_BEYOND) {
                return true; // the checksum decides whether that is all
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
            return goesOn;
        }
    }
}
