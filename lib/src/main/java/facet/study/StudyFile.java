package facet.study;

import facet.data.FacetException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Studies in a YAML file: a line for each setting that is not the paper's, with a value or, where it varies, a list of them; and the epochs.
 * Several studies are parted by a line of three dashes.
 */
public final class StudyFile {

    /** The studies that come with Facet, for {@link #named}. */
    public static final List<String> NAMES = List.of("paper", "paper-112", "seeds", "demo", "readings", "rates");

    private static final String DATA = "data";
    private static final String EPOCHS = "epochs";

    private StudyFile() { }

    /** @throws FacetException where the file can't be read, is no YAML, lacks data or epochs, or names a setting or value that does not exist */
    public static List<Study> read(Path file) {
        try {
            return of(Files.readString(file));
        } catch (IOException e) {
            throw new FacetException("Can't read the study " + file + ": is the path right? Those that come with Facet are " + String.join(", ", NAMES) + ".", e);
        } catch (FacetException e) {
            throw new FacetException("The study " + file + " can't be run. " + e.getMessage(), e);
        }
    }

    /**
     * A study that comes with Facet.
     *
     * @param name one of {@link #NAMES}: paper (its four runs on LFW, section 3), paper-112 (the same at 112 pixels), seeds (three seeds of its two networks at
     *     112 pixels), demo (on the generated faces), readings (how the paper may be read) or rates (learning rates on the generated faces, with a frozen
     *     backbone and with a trained one)
     * @throws FacetException where there is none of that name
     */
    public static List<Study> named(String name) {
        try (InputStream file = StudyFile.class.getResourceAsStream(name + ".yaml")) {
            if (file == null) {
                throw new FacetException("No study named " + name + " comes with Facet; it can be " + String.join(", ", NAMES) + ".");
            }
            return of(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Study> of(String yaml) {
        List<Study> studies = new ArrayList<>();
        try {
            new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(yaml).forEach(document -> studies.add(study(document)));
        } catch (YAMLException e) {
            throw new FacetException("It is no YAML: " + e.getMessage().replaceAll("\\s+", " ") + ".", e);
        }
        if (studies.isEmpty()) {
            throw new FacetException("It is empty.");
        }
        return studies;
    }

    private static Study study(Object document) {
        if (!(document instanceof Map<?, ?> lines)) {
            throw new FacetException("It has no lines such as level: [P2, P5].");
        }
        Map<String, Object> settings = new LinkedHashMap<>();
        lines.forEach((name, value) -> settings.put(String.valueOf(name), value));
        int epochs = epochs(settings.remove(EPOCHS));
        List<?> faces = values(settings.getOrDefault(DATA, List.of()));
        if (faces.isEmpty()) {
            throw new FacetException("It names no data: generated, lfw, or a folder.");
        }
        Experiment base = Experiment.paper(String.valueOf(faces.get(0)));
        Set<String> known = base.settings().keySet();
        StudyGrid grid = Study.grid(base);
        for (Map.Entry<String, Object> setting : settings.entrySet()) {
            if (!known.contains(setting.getKey())) {
                throw new FacetException("There is no setting " + setting.getKey() + "; there are " + String.join(", ", known) + " and " + EPOCHS + ".");
            }
            List<?> values = values(setting.getValue());
            if (values.isEmpty()) {
                throw new FacetException("Its " + setting.getKey() + " is an empty list: name a value, or leave the line out.");
            }
            grid = grid.with(setting.getKey(), values);
        }
        return grid.epochs(epochs);
    }

    private static int epochs(Object value) {
        if (value instanceof Integer epochs && epochs >= 1) {
            return epochs;
        }
        throw new FacetException("Its epochs are " + value + "; write how many, such as epochs: 10.");
    }

    private static List<?> values(Object value) {
        return value instanceof List<?> list ? list : List.of(String.valueOf(value));
    }
}
