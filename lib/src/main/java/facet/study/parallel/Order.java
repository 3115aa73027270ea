package facet.study.parallel;

import com.google.gson.Gson;
import com.google.gson.JsonSyntaxException;
import facet.io.FacetException;
import facet.study.Experiment;
import facet.study.Run;
import facet.study.RunStore;
import facet.study.Settings;
import java.nio.file.Path;
import java.util.Map;

/**
 * The run that a worker has to train, as a line of JSON.
 *
 * @param folder of the runs
 * @param settings of the experiment, as text
 * @param epochs the last one
 */
record Order(String folder, Map<String, String> settings, int epochs) {

    private static final Gson JSON = new Gson();

    static Order of(Run run, int epochs) {
        return new Order(run.store().folder().toAbsolutePath().toString(), run.experiment().values().texts(), epochs);
    }

    /** @throws FacetException where a line is none */
    static Order read(String line) {
        try {
            return JSON.fromJson(line, Order.class);
        } catch (JsonSyntaxException e) {
            throw new FacetException("A worker is started by environment/facet study --parallel, not by hand.", e);
        }
    }

    String line() {
        return JSON.toJson(this);
    }

    Run run() {
        Settings all = Experiment.paper("").values();
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            all = all.with(setting.getKey(), setting.getValue());
        }
        return new RunStore(Path.of(folder)).run(Experiment.of(all));
    }
}
