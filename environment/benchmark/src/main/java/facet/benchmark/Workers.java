package facet.benchmark;

import com.google.gson.JsonObject;
import facet.io.DataHome;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The programs of all contenders; those that are not asked wait for a line of input and use no processor. */
final class Workers implements AutoCloseable {

    private final Map<Contender, WorkerProcess> processes = new EnumMap<>(Contender.class);

    private Workers() { }

    /** Starts all of them. */
    static Workers start(List<Contender> contenders, DataHome home) {
        Workers workers = new Workers();
        try {
            for (Contender contender : contenders) {
                workers.processes.put(contender, new WorkerProcess(contender.text(), Launch.of(contender, home),
                        home.cache().resolve("logs/benchmark-" + contender.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".log")));
            }
            return workers;
        } catch (RuntimeException e) {
            workers.close();
            throw e;
        }
    }

    JsonObject ask(Contender contender, JsonObject task) {
        return processes.get(contender).ask(task);
    }

    @Override
    public void close() {
        processes.values().forEach(WorkerProcess::close);
    }
}
