package facet.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What this program computes on. */
public final class Processor {

    private static final Path FILE = Path.of("/proc/cpuinfo");

    private Processor() { }

    /** @return its model, such as AMD EPYC; where the system does not say it in a file, the architecture */
    public static String model() {
        if (Files.isReadable(FILE)) {
            try (Stream<String> lines = Files.lines(FILE)) {
                return lines.filter(line -> line.startsWith("model name")).findFirst()
                        .map(line -> line.substring(line.indexOf(':') + 1).strip()).orElse(System.getProperty("os.arch"));
            } catch (IOException e) {
                return System.getProperty("os.arch");
            }
        }
        return System.getProperty("os.arch");
    }
}
