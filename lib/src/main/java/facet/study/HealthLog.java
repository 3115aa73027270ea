package facet.study;

import facet.train.StepHealth;
import facet.train.TrainingEvent;
import facet.train.TrainingListener;
import facet.train.diagnosis.EpochHealth;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A run's health.csv: what a diagnosis needs of each epoch and the history does not have. Written and dropped as the losses of the steps are ({@link StepLog}). */
final class HealthLog implements TrainingListener {

    static final String FILE = "health.csv";
    private static final String[] COLUMNS = {"epoch", "active", "positive", "negative", "norm", "gradient"};

    private final Path folder;
    private final SortedMap<Integer, List<StepHealth>> taken = new TreeMap<>();

    HealthLog(Path folder) {
        this.folder = folder;
    }

    /** Reads the file of a run's folder; empty where it has none, as runs that were recorded before it came. */
    static List<EpochHealth> read(Path folder) {
        List<EpochHealth> rows = new ArrayList<>();
        RunCsv.read(folder.resolve(FILE), row -> rows.add(new EpochHealth(Integer.parseInt(row.get("epoch")), Double.parseDouble(row.get("active")),
                Double.parseDouble(row.get("positive")), Double.parseDouble(row.get("negative")), Double.parseDouble(row.get("norm")),
                Double.parseDouble(row.get("gradient")))));
        return rows;
    }

    /** Reads the same without epochs beyond the history: the run was killed before it had saved them, or has gone back since. One in which it diverged is kept. */
    static List<EpochHealth> read(Run run) {
        int last = run.history().lastEpoch() + (run.divergence().isPresent() ? 1 : 0);
        return read(run.folder()).stream().filter(row -> row.epoch() <= last).toList();
    }

    @Override
    public void happened(TrainingEvent event) {
        if (event instanceof TrainingEvent.StepMeasured step) {
            if (step.epoch() == 1) {
                taken.putIfAbsent(0, List.of(step.health())); // the first batch of all
            }
            taken.computeIfAbsent(step.epoch(), epoch -> new ArrayList<>()).add(step.health());
        }
    }

    /** Writes down what was taken since the last time. */
    void save() {
        List<EpochHealth> epochs = taken.entrySet().stream().map(epoch -> EpochHealth.of(epoch.getKey(), epoch.getValue())).toList();
        RunCsv.append(folder.resolve(FILE), () -> read(folder), epochs, EpochHealth::epoch, row -> List.of(row.epoch(), shorter(row.active()), shorter(row.positive()), shorter(row.negative()),
                shorter(row.norm()), shorter(row.gradient())), COLUMNS);
        taken.clear();
    }

    /** A mean of floats has no more significant digits than they; a small or large one is written with an exponent. */
    private static String shorter(double value) {
        return Float.toString((float) value);
    }
}
