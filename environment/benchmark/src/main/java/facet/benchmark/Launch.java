package facet.benchmark;

import facet.io.DataHome;
import facet.io.FacetException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How a contender's program is started: all with the same threads, and all but the plain script with the launcher's allocator. */
final class Launch {

    private static final List<String> ALLOCATOR = List.of("MALLOC_CONF", "MIMALLOC_PURGE_DELAY", "MALLOC_MMAP_MAX_", "MALLOC_ARENA_MAX");

    private Launch() { }

    /** The program of a contender, not started yet. */
    static ProcessBuilder of(Contender contender, DataHome home) {
        ProcessBuilder program = new ProcessBuilder(contender.facet() ? facet(contender) : python(contender, home));
        if (contender == Contender.PLAIN) {
            plain(program.environment());
        }
        return program;
    }

    /** This program's own Java, options and classes. */
    private static List<String> facet(Contender contender) {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), WorkerProgram.class.getName(), contender.precision()));
        return command;
    }

    private static List<String> python(Contender contender, DataHome home) {
        Path folder = home.root().resolve("environment/benchmark");
        Path python = folder.resolve(".venv/bin/python");
        if (!Files.isExecutable(python)) {
            throw new FacetException("There is no Python with PyTorch in " + folder.resolve(".venv") + ": environment/facet benchmark makes it.");
        }
        List<String> command = new ArrayList<>(List.of(python.toString(), folder.resolve("peer.py").toString()));
        if (contender != Contender.PLAIN) {
            command.addAll(List.of("--tuned", contender.precision()));
        }
        return command;
    }

    /** The script as one starts it, with the system's allocator and its settings; what else the user preloads stays. */
    static void plain(Map<String, String> environment) {
        environment.keySet().removeAll(ALLOCATOR);
        String preloaded = Arrays.stream(environment.getOrDefault("LD_PRELOAD", "").split("[: ]+"))
                .filter(library -> !library.contains("jemalloc") && !library.contains("mimalloc")).collect(Collectors.joining(":"));
        if (preloaded.isEmpty()) {
            environment.remove("LD_PRELOAD");
        } else {
            environment.put("LD_PRELOAD", preloaded);
        }
    }
}
