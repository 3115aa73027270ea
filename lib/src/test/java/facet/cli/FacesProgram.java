package facet.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import facet.align.FaceFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The terminal's commands in a process of their own, whose variables name the two networks and a cache below the test's folder. */
final class FacesProgram {

    private FacesProgram() { }

    /** Runs a command, which has to end well, and returns what it printed; without the networks the test is skipped. */
    static String run(Path folder, String... arguments) throws IOException, InterruptedException {
        Path output = Files.createTempFile(folder, "output", ".log");
        ProcessBuilder program = new ProcessBuilder(FacetProgram.command(arguments)).redirectErrorStream(true).redirectOutput(output.toFile());
        program.environment().putAll(Map.of("FACET_YUNET", FaceFiles.yunet().toString(), "FACET_SFACE", FaceFiles.sface().toString(),
                "FACET_CACHE", folder.resolve("cache").toString()));
        int code = program.start().waitFor();
        assertEquals(0, code, Files.readString(output));
        return Files.readString(output);
    }
}
