package facet.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The most memory that this program has had at once. */
final class PeakMemory {

    private static final String LABEL = "VmHWM:"; // resident, in kB

    private PeakMemory() { }

    /** In bytes; nothing on systems that do not say it as Linux does. */
    static Optional<Long> bytes() {
        Path status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return Optional.empty();
        }
        try {
            return Files.readAllLines(status).stream().filter(line -> line.startsWith(LABEL))
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024).findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
