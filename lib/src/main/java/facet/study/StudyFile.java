package facet.study;

import facet.data.FaceSets;
import facet.io.FacetException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.DuplicateKeyException;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Studies in a YAML file: a line for each setting that is not the paper's, with a value or, where it varies, a list of them; the epochs; and
 * its name. Several studies are parted by a line of three dashes. Paths are seen from the working directory; {@code precision: auto} is that of this processor.
 */
public final class StudyFile {

    /** The studies that come with Facet, for {@link #named}. */
    public static final List<String> NAMES = List.of("paper", "paper-112", "seeds", "demo", "readings", "rates", "pyramid-frozen", "pyramid", "places", "sface", "search", "best-readings", "recipes-frozen", "recipes");

    private StudyFile() { }

    /** @throws FacetException where the file can't be read, is no YAML, lacks data or epochs, names data that are not there, a setting twice or one that does not exist, or has too many runs */
    public static Studies read(Path file) {
        try {
            Studies studies = of(Files.readString(file));
            studies.forEach(study -> study.experiments().stream().map(experiment -> experiment.faces().data()).distinct().forEach(FaceSets::check));
            return studies;
        } catch (CharacterCodingException e) {
            throw new FacetException("The study " + file + " is not text in UTF-8. Save it as UTF-8.", e);
        } catch (IOException e) {
            throw new FacetException("Can't read the study " + file + ": is the path right? Those that come with Facet are " + String.join(", ", NAMES) + ".", e);
        } catch (FacetException e) {
            throw new FacetException("The study " + file + " can't be run. " + e.getMessage(), e);
        }
    }

    /** Reads the studies of a file that comes with Facet.
     *
     * @param name one of {@link #NAMES}: paper (its four runs on LFW, section 3), paper-112 (the same at 112 pixels), seeds (three seeds of its two networks at
     *     112 pixels), demo (on the generated faces), readings (how the paper may be read), rates (learning rates on the generated faces, with a frozen
     *     backbone and with a trained one), pyramid-frozen, pyramid, places (notebooks/study-design.md: does a pyramid help, and where pooling keeps positions?), sface (pyramid
     *     and linear layer on SFace, a backbone made for faces), search, best-readings (notebooks/readings-design.md: which network did the paper train?), recipes-frozen or recipes
     *     (notebooks/recipes-design.md: does training as practitioners do it help?)
     * @throws FacetException where there is none of that name
     */
    public static Studies named(String name) {
        try (InputStream file = StudyFile.class.getResourceAsStream(name + ".yaml")) {
            if (file == null) {
                throw new FacetException("No study named " + name + " comes with Facet; it can be " + String.join(", ", NAMES) + ".");
            }
            return of(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Studies of(String yaml) {
        List<Study> studies = new ArrayList<>();
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        DumperOptions unused = new DumperOptions();
        Yaml reader = new Yaml(new SafeConstructor(options), new Representer(unused), unused, options, new AsWritten());
        try {
            reader.loadAll(yaml).forEach(document -> studies.add(new StudyLines(document).study()));
        } catch (DuplicateKeyException e) {
            throw new FacetException("It has a line twice: " + problem(e) + ". Keep one of the two lines.", e);
        } catch (MarkedYAMLException e) {
            throw new FacetException(SlippedLine.in(yaml).orElseGet(() -> "It is no YAML: " + problem(e) + "."), e);
        } catch (YAMLException e) {
            throw new FacetException("It is no YAML: " + Settings.shown(e.getMessage()) + ".", e);
        } catch (IllegalArgumentException e) { // of !!int abc, or of !!binary that is none
            throw new FacetException("It is no YAML: a value is not of its tag's type (" + Settings.shown(e.getMessage()) + ").", e);
        }
        if (studies.isEmpty()) {
            throw new FacetException("It is empty.");
        }
        return new Studies(studies);
    }

    private static String problem(MarkedYAMLException e) {
        return Settings.shown(e.getProblem()) + " (line " + (e.getProblemMark().getLine() + 1) + ")";
    }

    /** Leaves every plain word as it is written: YAML would make a date of 2020-01-01, eight of 010 and false of no. */
    private static final class AsWritten extends Resolver {
        @Override
        protected void addImplicitResolvers() { }
    }
}
