package facet.io;

import facet.data.download.Archive;
import facet.data.download.Download;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A second program, with the class path of the tests: it says {@code ready} when it has begun, and goes on when it is told to. */
public final class OtherProgram implements AutoCloseable {

    private final Process process;

    private OtherProgram(Process process) {
        this.process = process;
    }

    /** Runs {@link #main} in a process of its own. */
    public static OtherProgram start(Object... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx64m", "-cp",
                System.getProperty("java.class.path"), OtherProgram.class.getName()));
        Arrays.stream(arguments).map(Object::toString).forEach(command::add);
        return new OtherProgram(new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    /** hold LOCK, fetch ADDRESS SHA-256 FILE, or unpack ARCHIVE CACHE. */
    public static void main(String[] arguments) throws Exception {
        switch (arguments[0]) {
            case "hold" -> {
                try (Turn turn = Turn.await(Path.of(arguments[1]), "wait", Progress.silent())) {
                    begin();
                }
            }
            case "fetch" -> Download.fetch(URI.create(arguments[1]), arguments[2], Path.of(arguments[3]), Progress.silent());
            default -> Archive.extract(Path.of(arguments[1]), Path.of(arguments[2]), new Progress() {
                private boolean begun;

                @Override
                public void report(String task, long done, long total, String detail) {
                    if (!begun && task.startsWith("unpack")) {
                        begun = true;
                        begin();
                    }
                }
            });
        }
    }

    private static void begin() {
        try {
            System.out.println("ready");
            System.in.read();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until it has begun. */
    public void ready() throws IOException {
        byte[] line = process.getInputStream().readNBytes("ready".length());
        if (!new String(line, StandardCharsets.UTF_8).equals("ready")) {
            throw new IOException(new String(line, StandardCharsets.UTF_8) + new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    boolean saysNothingYet() throws IOException {
        return process.isAlive() && process.getInputStream().available() == 0;
    }

    public void goOn() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Waits for its end; throws what it said where it failed. */
    public void end() throws Exception {
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(said);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
