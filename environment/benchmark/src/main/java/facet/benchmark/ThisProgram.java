package facet.benchmark;

import ai.djl.engine.Engine;
import facet.machine.Proc;
import java.util.Map;
import java.util.OptionalLong;

/** What a worker tells of its own program, as an answer's values. */
final class ThisProgram {

    private ThisProgram() { }

    /** What it runs with. */
    static Map<String, ?> about() {
        return Map.of("library", "DJL " + Engine.getDjlVersion(), "torch", Engine.getInstance().getVersion(),
                "language", "Java " + Runtime.version().feature(), "threads", System.getenv().getOrDefault("OMP_NUM_THREADS", "all"),
                "allocator", Proc.allocator());
    }

    /** The most memory it has taken, in bytes; nothing where the system does not say it. */
    static Map<String, ?> memory() {
        OptionalLong bytes = Proc.peakMemory();
        return bytes.isPresent() ? Map.of("bytes", bytes.getAsLong()) : Map.of();
    }
}
