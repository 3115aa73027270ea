package facet.report.progress;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A bar in a real terminal, which util-linux's script makes. */
class TerminalWidthTest {

    private static final Path SCRIPT = Path.of("/usr/bin/script");

    @ParameterizedTest
    @ValueSource(ints = {20, 80, 200})
    void theBarIsNoWiderThanTheTerminal(int columns) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(SCRIPT) && System.getProperty("os.name").equals("Linux"), "needs util-linux's script");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String command = "stty cols " + columns + "; '" + java + "' -cp '" + System.getProperty("java.class.path") + "' " + TerminalWidthTest.class.getName();
        Process terminal = new ProcessBuilder(SCRIPT.toString(), "-qec", command, "/dev/null").redirectErrorStream(true)
                .redirectInput(Path.of("/dev/null").toFile()).start();
        String said = new String(terminal.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(terminal.waitFor(1, TimeUnit.MINUTES) && said.contains("train P2: done"), said);
        List<String> bars = Arrays.stream(said.split("[\r\n]+")).filter(line -> !line.contains("done in") && !line.isBlank()).toList();
        int widest = bars.stream().mapToInt(String::length).max().orElse(0);
        assertTrue(widest < columns && widest > Math.min(columns, 100) / 2, () -> widest + " of " + columns + " columns: " + bars);
    }

    /** What draws in it. */
    public static void main(String[] args) {
        try (OpenProgress progress = TerminalProgress.open()) {
            for (int done = 0; done <= 3; done++) {
                progress.report("train P2", done, 3, "epoch 1/10, step 3/171, loss 0.931, 18.3 images/s, 0.1 % waiting for data");
            }
        }
    }
}
