package facet.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What a benchmark ran on.
 *
 * @param processor its model
 * @param cores that this program may use
 * @param memory in GiB
 * @param system its name
 */
public record Computer(String processor, int cores, double memory, String system) {

    /** @return this computer */
    public static Computer here() {
        var machine = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Computer(model(), Runtime.getRuntime().availableProcessors(), machine.getTotalMemorySize() / (double) (1L << 30),
                System.getProperty("os.name"));
    }

    /** @return such as "AMD EPYC, 2 cores, 16 GiB, Linux" */
    public String text() {
        return String.format(Locale.ROOT, "%s, %d cores, %.0f GiB, %s", processor, cores, memory, system);
    }

    /** Linux says it in a file; elsewhere the architecture has to do. */
    private static String model() {
        Path file = Path.of("/proc/cpuinfo");
        if (Files.isReadable(file)) {
            try (Stream<String> lines = Files.lines(file)) {
                return lines.filter(line -> line.startsWith("model name")).findFirst()
                        .map(line -> line.substring(line.indexOf(':') + 1).strip()).orElse(System.getProperty("os.arch"));
            } catch (IOException e) {
                return System.getProperty("os.arch");
            }
        }
        return System.getProperty("os.arch");
    }
}
