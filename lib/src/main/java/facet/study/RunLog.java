package facet.study;

import ai.djl.engine.Engine;
import facet.machine.Proc;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What each epoch of a run took, and on what: unlike what the run measured, another machine's is another. */
public final class RunLog {

    static final String FILE = "log.csv";
    private static final String[] COLUMNS = {"epoch", "seconds", "bytes", "processor", "cores", "library"};

    private final Path folder;
    private final List<Row> taken = new ArrayList<>();
    private long since;

    /** Makes the log of a run's folder. */
    RunLog(Path folder) {
        this.folder = folder;
    }

    /**
     * One epoch.
     *
     * @param epoch from 0, which is measuring before the first step
     * @param seconds of training and measuring
     * @param bytes of memory that the program had taken at the most; 0 where the system does not report it
     * @param processor its model
     * @param cores that the program could use
     * @param library versions of DJL and PyTorch
     */
    public record Row(int epoch, double seconds, long bytes, String processor, int cores, String library) { }

    static List<Row> read(Path folder) {
        List<Row> rows = new ArrayList<>();
        RunCsv.read(folder.resolve(FILE), row -> rows.add(new Row(Integer.parseInt(row.get("epoch")), Double.parseDouble(row.get("seconds")),
                Long.parseLong(row.get("bytes")), row.get("processor"), Integer.parseInt(row.get("cores")), row.get("library"))));
        return rows;
    }

    /** Starts the clock of the first epoch. */
    void begin() {
        since = System.nanoTime();
    }

    /** Notes an epoch that ends now. */
    void ended(int epoch) {
        double seconds = (System.nanoTime() - since) / 1_000_000 / 1000.0;
        since = System.nanoTime();
        taken.add(new Row(epoch, seconds, Proc.peakMemory().orElse(0), Proc.processor(), Runtime.getRuntime().availableProcessors(),
                "DJL " + Engine.getDjlVersion() + ", PyTorch " + Engine.getInstance().getVersion()));
    }

    /** Writes down what was noted since the last time. */
    void save() {
        RunCsv.append(folder.resolve(FILE), () -> read(folder), taken, Row::epoch, row -> List.of(row.epoch(), row.seconds(), row.bytes(), row.processor(), row.cores(), row.library()), COLUMNS);
        taken.clear();
    }
}
