package facet.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trains in a Java of its own, whose heap is touched at once: then the heap is resident as a whole and can be taken off the program's memory. */
class TrainerMemoryTest {

    private static final Path COUNT = Path.of("/proc/self/statm");

    @TempDir
    private Path folder;

    @Test
    void memoryIsFlatOverTwoHundredSteps() throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.isReadable(COUNT), "reads Linux's own count");
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-ea", "-Xmx512m", "-XX:+AlwaysPreTouch"));
        Stream.of("DJL_CACHE_DIR", "ENGINE_CACHE_DIR", "OPT_OUT_TRACKING", "ai.djl.offline", "user.home", "jna.tmpdir")
                .forEach(name -> command.add("-D" + name + "=" + System.getProperty(name)));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), TrainerMemoryTest.class.getName()));
        Path log = folder.resolve("child.log");
        int status = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start().waitFor();
        assertEquals(0, status, Files.readString(log));
    }

    /** The child process: fails where memory grows. */
    public static void main(String[] args) {
        List<Long> outside = new ArrayList<>();
        List<Integer> arrays = new ArrayList<>();
        try (SmallTraining training = new SmallTraining()) {
            training.fit(1e-5f, 75, (h, d) -> { // 3 steps an epoch
                outside.add(nativeMebibytes());
                arrays.add(training.manager().getManagedArrays().size());
            });
        }
        assertEquals(arrays.get(1), arrays.get(75), "no array of a step outlives it");
        long growth = outside.get(75) - outside.get(8);
        assertTrue(growth < 64, () -> "200 steps grew native memory by " + growth + " MiB: " + outside);
    }

    /** What the program holds besides Java's heap, whose size is the collector's own affair. */
    private static long nativeMebibytes() {
        System.gc(); // direct buffers are native memory that goes with their Java object
        try {
            long pages = Long.parseLong(Files.readString(COUNT).split(" ")[1]);
            return (pages * 4096 - Runtime.getRuntime().totalMemory()) >> 20;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
