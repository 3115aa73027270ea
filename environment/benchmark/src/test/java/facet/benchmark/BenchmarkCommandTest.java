package facet.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The command is one of the terminal's: the same help, exit codes and sentences. */
class BenchmarkCommandTest {

    private final PrintStream systemOut = System.out;
    private final PrintStream systemErr = System.err;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void keepWhatIsPrinted() {
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void printAgain() {
        System.setOut(systemOut);
        System.setErr(systemErr);
    }

    @Test
    void helpsWithAnExample() {
        assertEquals(0, BenchmarkCommand.run("benchmark", "--help"));
        assertTrue(out().startsWith("Usage: environment/facet benchmark [") && out().contains("  environment/facet benchmark --quick"), out());
        assertTrue(out().contains("--debug"), "the options that all commands have: " + out());
    }

    @Test
    void aBenchmarkThatIsNotFullIsNotPublished() {
        for (String[] less : new String[][] {{"--quick"}, {"--size", "112"}, {"--repetitions", "4"}}) {
            err.reset();
            assertEquals(2, BenchmarkCommand.run(Stream.concat(Stream.of("benchmark", "--check", "--write"), Stream.of(less)).toArray(String[]::new)));
            assertTrue(err().startsWith("facet: --write takes a full run: 224 pixels, at least 5 repetitions, no --quick.\n"), err());
        }
    }

    @Test
    void aBenchmarksOptionsCanBeCheckedAlone() {
        assertEquals(0, BenchmarkCommand.run("benchmark", "--check", "--size", "64"));
        assertEquals("", out() + err());
        assertEquals(2, BenchmarkCommand.run("benchmark", "--check", "--sise", "64"));
        assertTrue(err().startsWith("facet: benchmark has no option --sise. Did you mean --size?"), err());
        err.reset();
        assertEquals(1, BenchmarkCommand.run("benchmark", "--check", "--repetitions", "0"));
        assertEquals("facet: --repetitions is 0; it has to be at least 1.", err().strip());
    }

    @Test
    void debugShowsTheTrace() {
        assertEquals(1, BenchmarkCommand.run("benchmark", "--check", "--repetitions", "0", "--debug"));
        assertTrue(err().contains("at facet.benchmark.Settings."), err());
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
