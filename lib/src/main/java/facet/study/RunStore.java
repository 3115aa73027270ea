package facet.study;

import facet.data.DataHome;
import java.nio.file.Path;

/**
 * Where runs are kept, a folder each: experiment.json, history.csv, distances.csv, checkpoint.safetensors.
 *
 * @param folder such as data/runs
 */
public record RunStore(Path folder) {

    /** @return the store of this checkout, data/runs */
    public static RunStore open() {
        return new RunStore(DataHome.find().runs());
    }

    /** @return the run of an experiment, new or continued */
    public Run run(Experiment experiment) {
        return new Run(experiment, folder.resolve(experiment.id()));
    }
}
