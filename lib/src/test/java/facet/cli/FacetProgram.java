package facet.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The terminal's commands in a process of their own, with the settings of the tests. */
final class FacetProgram {

    private FacetProgram() { }

    /** @return what starts a command */
    static List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m"));
        Stream.of("DJL_CACHE_DIR", "ENGINE_CACHE_DIR", "OPT_OUT_TRACKING", "ai.djl.offline", "user.home", "jna.tmpdir")
                .map(name -> "-D" + name + "=" + System.getProperty(name)).forEach(command::add);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** Starts a command, whose output goes to a file. */
    static Process start(Path output, String... arguments) throws IOException {
        return new ProcessBuilder(command(arguments)).redirectErrorStream(true).redirectOutput(output.toFile()).start();
    }
}
