package facet.study;

import facet.io.DataHome;
import facet.io.FacetException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;

/**
 * Where runs are kept, a folder each: experiment.json, history.csv, distances.csv, steps.csv, health.csv, log.csv, checkpoint.safetensors,
 * and diverged.txt where it did.
 *
 * @param home where the faces, weights and caches are that training needs
 * @param folder such as data/runs
 * @param recorded whether its runs are only read: they are those that the repository ships, without weights
 */
public record RunStore(DataHome home, Path folder, boolean recorded) {

    /** Opens runs of this checkout's faces and weights, in a folder anywhere. */
    public RunStore(Path folder, boolean recorded) {
        this(DataHome.find(), folder, recorded);
    }

    /** Opens runs of this checkout's faces and weights in a folder anywhere, to be trained. */
    public RunStore(Path folder) {
        this(folder, false);
    }

    /** @return the store of this checkout, data/runs */
    public static RunStore open() {
        DataHome home = DataHome.find();
        return new RunStore(home, home.runs(), false);
    }

    /** @return the runs that come with Facet, data/recorded */
    public static RunStore openRecorded() {
        DataHome home = DataHome.find();
        return new RunStore(home, home.recorded(), true);
    }

    /** @return where a notebook's own runs are: the recorded ones at scale recorded, this checkout's at all others */
    public static RunStore open(Scale scale) {
        return scale == Scale.RECORDED ? openRecorded() : open();
    }

    /** @return all runs that are kept here and are not {@link #damaged}, oldest first; recorded ones, whose files have no age, by their settings */
    public List<Run> runs() {
        return folders().stream().flatMap(run -> whole(run).stream())
                .sorted(recorded ? Comparator.comparing(run -> run.experiment().canonical()) : Comparator.comparing(RunStore::begun)).toList();
    }

    /** @return for each run whose settings or history can't be read a sentence that names the file and says what to do; one such run hides no other */
    public List<String> damaged() {
        return folders().stream().sorted().flatMap(run -> fault(run).stream()).toList();
    }

    /** Empty where it is damaged, or was deleted since it was listed. */
    private Optional<Run> whole(Path run) {
        try {
            return fault(run).isEmpty() ? Optional.of(read(run)) : Optional.empty();
        } catch (FacetException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> fault(Path run) {
        try {
            RunClaim.read(run);
            WholeHistory.check(run);
            DivergenceFile.read(run);
            HealthLog.read(run);
            return Optional.empty();
        } catch (FacetException e) {
            return Files.exists(run) ? Optional.of(e.getMessage()) : Optional.empty(); // deleted meanwhile, it is no damaged one
        }
    }

    private Run read(Path run) {
        return new Run(RunClaim.read(run).experiment(), run, this);
    }

    private List<Path> folders() {
        try (Stream<Path> folders = Files.exists(folder) ? Files.list(folder) : Stream.empty()) {
            return folders.filter(run -> Files.exists(run.resolve(RunClaim.FILE))).toList();
        } catch (IOException e) {
            throw new FacetException("Can't read the folder of runs " + folder + ".", e);
        }
    }

    static FileTime begun(Run run) {
        try {
            return Files.getLastModifiedTime(run.folder().resolve(RunClaim.FILE));
        } catch (NoSuchFileException e) {
            return FileTime.fromMillis(0); // deleted since it was read: a list of the others is no mistake
        } catch (IOException e) {
            throw new FacetException("Can't read the run " + run.folder() + ".", e);
        }
    }

    /**
     * Finds a run by its id.
     *
     * @param id or its first digits; the whole id finds that run alone
     * @throws FacetException where there is none, or more than one, or its settings can't be read
     */
    public Run find(String id) {
        return read(folder(id));
    }

    /**
     * Finds the folder of a run, damaged or not, by its id.
     *
     * @param id or its first digits; the whole id finds that run alone
     * @throws FacetException where there is none, or more than one
     */
    public Path folder(String id) {
        if (id.isBlank()) {
            throw new FacetException("A run's id is empty. Give an id or its first digits; environment/facet runs lists them.");
        }
        List<Path> found = folders().stream().filter(run -> run.getFileName().toString().startsWith(id)).toList();
        if (found.contains(folder.resolve(id))) {
            return folder.resolve(id);
        }
        if (found.size() != 1) {
            throw new FacetException((found.isEmpty() ? "No run" : "More than one run") + " in " + folder + " begins with " + id
                    + "; environment/facet runs lists them.");
        }
        return found.get(0);
    }

    /**
     * Deletes the folder of a run, damaged or not, and all that is in it, such as another program's subfolders.
     *
     * @throws FacetException where it is being trained, comes with Facet, or can't be deleted
     */
    public void delete(Path run) {
        if (recorded) {
            throw new FacetException("The run " + run.getFileName() + " came with Facet; it is not deleted.");
        }
        try (RunLock lock = RunLock.of(run); Stream<Path> all = Files.list(run)) {
            for (Path each : all.filter(f -> !f.endsWith(RunLock.FILE) && !f.endsWith(RunClaim.FILE)).toList()) {
                PathUtils.delete(each); // of a link, the link
            }
            // Last, so that weights without a word of what they are of never stay. The lock takes itself and the empty folder away.
            Files.deleteIfExists(run.resolve(RunClaim.FILE));
        } catch (IOException e) {
            throw new FacetException("Could not delete " + run + ": a file in it is not yours or in use. Close other programs, then delete it again.", e);
        }
    }

    /** @return the run of an experiment, new or continued */
    public Run run(Experiment experiment) {
        return new Run(experiment, folder.resolve(experiment.id()), this);
    }
}
