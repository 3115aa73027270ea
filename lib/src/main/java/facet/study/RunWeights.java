package facet.study;

import facet.io.FacetException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Tells who names a run in the place of weights what to name, or how the run's weights are made. */
public final class RunWeights {

    private RunWeights() { }

    /**
     * Looks whether a file of weights is there.
     *
     * @param named a path of weights
     * @param store whose runs may be meant by their ids
     * @throws FacetException where it is not, and a run is meant: by its folder, its id, or the checkpoint that it would have
     */
    public static void check(String named, RunStore store) {
        run(named, store).ifPresent(folder -> {
            Path weights = RunFiles.checkpoint(folder);
            if (Files.exists(weights)) {
                throw new FacetException(named + " is a run, not a file. Its weights are " + weights + ".");
            }
            Run run = new Run(RunClaim.read(folder).experiment(), folder, store);
            String kept = run.recorded() || folder.toAbsolutePath().normalize().startsWith(store.home().recorded()) ? "came with Facet without weights" : "keeps no weights: a study measures runs of a frozen backbone, and keeps what it measured";
            String way = run.experiment().network().isOnSFace() ? "Those of networks on SFace are never kept."
                    : "This keeps them: environment/facet train " + SettingNames.trainOptions(run.experiment()) + " --epochs " + Math.max(1, run.history().lastEpoch());
            throw new FacetException("The run " + run.id() + " " + kept + ". " + way);
        });
    }

    private static Optional<Path> run(String named, RunStore store) {
        try {
            Path path = Path.of(named);
            if (Files.isRegularFile(path)) {
                return Optional.empty();
            }
            Path folder = path.endsWith(RunFiles.checkpoint(Path.of("")).getFileName()) ? path.toAbsolutePath().getParent() : path;
            if (Files.exists(folder.resolve(RunClaim.FILE))) {
                return Optional.of(folder);
            }
            return named.matches("[0-9a-f]{4,}") ? Optional.of(store.folder(named)) : Optional.empty();
        } catch (InvalidPathException | FacetException e) {
            return Optional.empty(); // no run: the file is opened, and refused
        }
    }
}
