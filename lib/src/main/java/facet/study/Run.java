package facet.study;

import ai.djl.ndarray.NDManager;
import facet.data.FaceSet;
import facet.data.FaceSets;
import facet.data.TripletSplit;
import facet.eval.MeasuredEpochs;
import facet.eval.TripletDistances;
import facet.io.FacetException;
import facet.io.Progress;
import facet.model.FaceEmbedder;
import facet.model.weights.Weights;
import facet.train.History;
import facet.train.diagnosis.Diagnosis;
import facet.train.diagnosis.EpochHealth;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * An experiment and what is known of it. {@link RunTrainer} trains it.
 *
 * @param experiment its settings
 * @param folder where it is kept
 * @param store which it is one of
 */
public record Run(Experiment experiment, Path folder, RunStore store) {

    /** Makes a run of this checkout's faces and weights that can be trained, in a folder anywhere. */
    public Run(Experiment experiment, Path folder) {
        this(experiment, folder, new RunStore(folder.getParent()));
    }

    /** @return whether it is only read: one that comes with Facet */
    public boolean recorded() {
        return store.recorded();
    }

    /** @return the name of its folder: that of the experiment, unless somebody renamed it */
    public String id() {
        return folder.getFileName().toString();
    }

    /**
     * Deletes the folder and all that is in it, subfolders of other programs, too.
     *
     * @throws FacetException where it is being trained, comes with Facet, or can't be deleted
     */
    public void delete() {
        store.delete(folder);
    }

    /** @return where its weights are kept; no such file before its first epoch has ended, nor where only measurements are kept */
    public Path checkpoint() {
        return RunFiles.checkpoint(folder);
    }

    /** @return whether a program, here or on a machine that sees the same folder, is training it at this moment */
    public boolean isBeingTrained() {
        Optional<RunLock> free = RunLock.ifFree(folder);
        free.ifPresent(RunLock::close);
        return free.isEmpty();
    }

    /** @return loss and accuracy so far; empty where it has not begun */
    public History history() {
        return HistoryFile.read(folder);
    }

    /** @return the distances of a set's triplets after an epoch; empty where they were not measured */
    public List<TripletDistances> distances(int epoch, String set) {
        return distances().distances(epoch, set);
    }

    /** @return what was measured after each epoch; empty where it has not begun */
    public MeasuredEpochs distances() {
        return DistancesFile.read(folder);
    }

    /** @return where its loss became NaN or infinite, in words; nothing where it did not, or not yet */
    public Optional<String> divergence() {
        return DivergenceFile.read(folder);
    }

    /** @return the loss of each step, also of the epoch in which it diverged; empty where none was kept, as of recorded runs of frozen backbones */
    public List<StepLog.Row> steps() {
        return StepLog.read(folder);
    }

    /** @return what each epoch showed of how training does, the one in which it diverged, too; empty where none was kept, as of runs that were recorded before */
    public List<EpochHealth> health() {
        return HealthLog.read(this);
    }

    /** @return why it learns or does not; nothing where no epoch has been trained, or there is no validation set to judge by */
    public Optional<Diagnosis> diagnosis() {
        return Diagnosis.of(history(), health(), experiment.training().pointLoss(), experiment.training().objective().mining().takesPeople(), divergence());
    }

    /** @return what each epoch took and on what; empty where it has not begun */
    public List<RunLog.Row> log() {
        return RunLog.read(folder);
    }

    /** @return the hash of the triplets that it was trained and tested on ({@link TripletSplit#hash}) */
    public String splitHash() {
        return RunClaim.read(folder).split();
    }

    /** @return the name of the judge that chose its hard sets ({@link facet.data.Judge#name}); nothing where it was measured without them so far */
    public Optional<String> judge() {
        return Files.exists(folder.resolve(RunClaim.FILE)) ? Optional.ofNullable(RunClaim.read(folder).judge()) : Optional.empty();
    }

    /** @return the triplets of this experiment, without those that a judge chooses */
    public TripletSplit split(Progress progress) {
        TripletSplit whole = whole(faceSet(progress));
        return experiment.faces().triplets() == 0 ? whole : whole.limit(experiment.faces().triplets());
    }

    /** @return the same with the sets that its judge chooses, of LFW where the judge can be had ({@link TripletSplit#judged}) */
    public TripletSplit judgedSplit(Progress progress) {
        return JudgedSets.STANDARD.of(this, split(progress), progress).split();
    }

    FaceSet faceSet(Progress progress) {
        return FaceSets.named(experiment.faces().data(), store.home(), progress);
    }

    /** Splits a face set; each part has all of its triplets, however many are used. */
    TripletSplit whole(FaceSet faces) {
        return TripletSplit.of(faces, experiment.faces().splitSeed());
    }

    /**
     * Builds the network as the last whole epoch left it, or as it starts; alive as long as the manager.
     *
     * @throws FacetException where the run comes with Facet, without its weights, or was measured beyond the weights that it keeps
     */
    public FaceEmbedder model(NDManager manager) {
        mustBeTrainable();
        int last = history().lastEpoch();
        if (RunFiles.checkpointEpoch(folder) != (last > 0 ? last : -1)) {
            throw new FacetException("The run " + id() + " keeps no weights of epoch " + last + ", its last. Make them with train(" + last
                    + ", ...).");
        }
        return last > 0 ? experiment.network().build(manager, Weights.file(checkpoint()), experiment.training().seed()) : untrained(manager, Progress.silent());
    }

    /** @throws FacetException where it came with Facet */
    void mustBeTrainable() {
        if (recorded()) {
            throw new FacetException("The run " + id() + " is only read, as far as it is recorded: " + Math.max(0, history().lastEpoch())
                    + " epochs, without weights. Train it in data/runs: RunStore.open().run(...), or a study's file with the settings " + experiment.canonical() + ".");
        }
    }

    /** @return the network that training starts from */
    FaceEmbedder untrained(NDManager manager, Progress progress) {
        Network network = experiment.network();
        long seed = experiment.training().seed();
        return network.isOnSFace() ? network.buildOnSFace(manager, seed, progress) : network.build(manager, start(progress), seed);
    }

    /** @return the weights that training starts from */
    Weights start(Progress progress) {
        String weights = experiment.network().weights();
        if (!Network.NAMES.contains(weights)) {
            RunWeights.check(weights, store);
        }
        return Weights.of(weights, store.home(), progress);
    }
}
