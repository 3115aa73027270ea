package facet.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** What this program takes of the machine's memory, Java's heap and PyTorch's arrays together. */
public final class Memory {

    private static final Path STATUS = Path.of("/proc/self/status");

    private Memory() { }

    /** @return the most it has taken so far in bytes; empty where the system does not say, which is everywhere but on Linux */
    public static OptionalLong peak() {
        try {
            return Files.isReadable(STATUS) ? peak(Files.readString(STATUS)) : OptionalLong.empty();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    static OptionalLong peak(String status) {
        return status.lines().filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024).findFirst();
    }
}
