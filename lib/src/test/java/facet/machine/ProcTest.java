package facet.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class ProcTest {

    @Test
    void readsThePeakOfTheMemory() {
        assertEquals(2_048_000, Proc.peakMemory("VmPeak:\t 99 kB\nVmHWM:\t    2000 kB\n").getAsLong());
        assertTrue(Proc.peakMemory("nothing of the kind").isEmpty());
    }

    @Test
    void readsTheProcessorsModel() {
        assertEquals(Optional.of("AMD EPYC: 9R14"), Proc.processor("vendor_id\t: AuthenticAMD\nmodel name\t: AMD EPYC: 9R14 \nmodel name\t: another\n"));
        assertEquals(Optional.empty(), Proc.processor("CPU architecture: 8\n"));
        assertFalse(Proc.processor().isBlank());
    }

    @Test
    void onLinuxThisProgramHasAPeak() {
        Assumptions.assumeTrue(System.getProperty("os.name").equals("Linux"));
        assertTrue(Proc.peakMemory().getAsLong() > 1 << 20, "a Java takes more than 1 MiB");
    }

    /** One class reads /proc: whoever needs more of it adds a method there. */
    @Test
    void noOtherClassReadsProc() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            assertEquals(List.of("Proc.java"), files.filter(file -> file.toString().endsWith(".java")).filter(file -> read(file).contains("\"/proc"))
                    .map(file -> file.getFileName().toString()).toList());
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
