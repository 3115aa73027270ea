package facet.study;

import facet.train.TrainingEvent;
import facet.train.TrainingListener;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The loss of each step of a run, where epochs are too coarse to see what happens. */
public final class StepLog implements TrainingListener {

    static final String FILE = "steps.csv";
    private static final String[] COLUMNS = {"epoch", "step", "loss"};

    private final Path folder;
    private final List<Row> taken = new ArrayList<>();

    StepLog(Path folder) {
        this.folder = folder;
    }

    /**
     * One step.
     *
     * @param epoch from 1
     * @param step from 1 in each epoch
     * @param loss mean of its batch before it; no number only in the last step of a run that diverged
     */
    public record Row(int epoch, int step, double loss) { }

    static List<Row> read(Path folder) {
        List<Row> rows = new ArrayList<>();
        RunCsv.read(folder.resolve(FILE), row -> rows.add(new Row(Integer.parseInt(row.get("epoch")), Integer.parseInt(row.get("step")),
                Double.parseDouble(row.get("loss")))));
        return rows;
    }

    @Override
    public void happened(TrainingEvent event) {
        if (event instanceof TrainingEvent.StepTaken step) {
            taken.add(new Row(step.epoch(), step.step(), Double.parseDouble(Float.toString(step.loss())))); // 0.1, not 0.10000000149
        }
    }

    /** Writes down what was taken since the last time. */
    void save() {
        RunCsv.append(folder.resolve(FILE), () -> read(folder), taken, Row::epoch, row -> List.of(row.epoch(), row.step(), row.loss()), COLUMNS);
        taken.clear();
    }
}
