package facet.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads what Linux says in {@code /proc} of this program and its processor; on other systems the files are missing and nothing is known. The library OSHI reads
 * {@code /proc}, too, but knows neither the peak of the memory nor the loaded libraries; it took 160 ms where these files take 9, and 2.4 MB of jars.
 */
public final class Proc {

    private static final Path FOLDER = Path.of("/proc");

    private Proc() { }

    /** @return the processor's model, such as AMD EPYC; the architecture where the system does not say it */
    public static String processor() {
        return processor(cpuInfo()).orElse(System.getProperty("os.arch"));
    }

    /** @return what is known of each core, its flags among it; empty where the system does not say it */
    public static String cpuInfo() {
        return read("cpuinfo");
    }

    /** @return the most memory in bytes that this program has taken so far, Java's heap and PyTorch's arrays together; empty where the system does not say it */
    public static OptionalLong peakMemory() {
        return peakMemory(read("self/status"));
    }

    /** @return whether jemalloc, the allocator that environment/facet looks for, is loaded into this program */
    public static boolean jemalloc() {
        return read("self/maps").contains("jemalloc");
    }

    static Optional<String> processor(String cpuInfo) {
        return cpuInfo.lines().filter(line -> line.startsWith("model name")).findFirst().map(line -> line.substring(line.indexOf(':') + 1).strip());
    }

    static OptionalLong peakMemory(String status) {
        return status.lines().filter(line -> line.startsWith("VmHWM:")).mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024).findFirst();
    }

    private static String read(String file) {
        try {
            return Files.readString(FOLDER.resolve(file));
        } catch (IOException e) {
            return "";
        }
    }
}
