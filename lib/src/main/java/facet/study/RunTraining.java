package facet.study;

import ai.djl.ndarray.NDManager;
import facet.data.TripletSplit;
import facet.data.image.ImageLoader;
import facet.data.image.Inputs;
import facet.io.Progress;
import facet.machine.Proc;
import facet.model.Backbone;
import facet.model.FaceEmbedder;
import facet.model.cache.KeptStages;
import facet.model.cache.PooledWindows;
import facet.model.weights.ModelProvenance;
import facet.train.Checkpoint;
import facet.train.Diverged;
import facet.train.TripletMeasurement;
import facet.train.History;
import facet.train.Sgd;
import facet.train.Trainer;
import facet.train.TripletLoss;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Trains what a run lacks, from its checkpoint on, and saves each epoch.
 *
 * @param run to be trained
 * @param keepWeights whether each epoch's network is saved, too
 * @param judges who choose the run's hard sets
 */
record RunTraining(Run run, boolean keepWeights, JudgedSets judges) {

    History train(TripletSplit triplets, RunClaim began, int epochs, Progress progress) {
        Training training = run.experiment().training();
        int size = run.experiment().faces().size();
        Path folder = run.folder();
        try (RunLock lock = RunLock.of(folder)) {
            WholeHistory.mustBeReadable(folder); // now, not when an epoch has been trained that can't be added
            JudgedSets.Found found = judges.of(run, triplets, progress);
            TripletSplit split = found.split();
            RunClaim claim = began.judged(found.judge());
            Optional<Cost> cost = cost(split, epochs, progress);
            long start = System.nanoTime();
            ModelProvenance provenance = RunProvenance.of(run.experiment(), split);
            StepLog steps = new StepLog(folder);
            try (NDManager manager = NDManager.newBaseManager();
                    ImageLoader loader = new ImageLoader(size);
                    FaceEmbedder model = run.untrained(manager, progress);
                    Sgd sgd = new Sgd((float) training.learningRate(), (float) training.momentum(), (float) training.descent().decay())) {
                TripletSplit shown = run.experiment().faces().shown(split, progress);
                RunFiles.goBackTo(folder, restore(model, sgd));
                RunLog log = new RunLog(folder);
                History trained = new Trainer(model, new TripletLoss((float) training.margin()), sgd, inputs(model, shown, loader, progress))
                        .batch(training.batch()).seed(training.seed()).steps(training.descent().rule())
                        .continueFrom(run.history())
                        .listener(steps)
                        .afterEpoch((history, distances) -> {
                            claim.make(folder);
                            steps.save(); // before the history, which says that the epoch is there
                            RunFiles.append(folder, history, distances);
                            DivergenceFile.delete(folder);
                            log.ended(history.lastEpoch());
                            if (keepWeights && history.lastEpoch() > 0) {
                                Checkpoint.save(run.checkpoint(), model, size, sgd, history.lastEpoch(), run.experiment().id(), provenance);
                            }
                        })
                        .fit(shown, epochs, progress);
                cost.ifPresent(said -> progress.report("estimate and run", 1, 1,
                        said.against(Duration.ofNanos(System.nanoTime() - start), Proc.peakMemory())));
                return trained;
            } catch (Diverged e) {
                steps.save();
                DivergenceFile.write(folder, e.where());
                throw e;
            }
        }
    }

    /** Says before long training what it will take. */
    private Optional<Cost> cost(TripletSplit split, int epochs, Progress progress) {
        int trained = RunFiles.checkpointEpoch(run.folder());
        if (!Cost.isLong(run.experiment(), split, trained, epochs)) {
            return Optional.empty();
        }
        Cost cost = Cost.of(run.experiment(), split, trained, epochs, run.start(progress), progress);
        progress.report("estimate", 1, 1, cost.text());
        return Optional.of(cost);
    }

    private Inputs inputs(FaceEmbedder model, TripletSplit split, ImageLoader loader, Progress progress) {
        Set<Path> images = TripletMeasurement.images(split.all());
        Path kept = run.store().home().features();
        Augmentation augmentation = run.experiment().training().augmentation();
        Set<Path> flipped = augmentation.flipped(split);
        if (augmentation.crop() && model.sparedStages().isPresent()) {
            progress.report("frozen stages", 1, 1, "not kept: each crop is another image");
        }
        Inputs inputs = run.experiment().network().backbone() == Backbone.FROZEN ? PooledWindows.of(model, images, flipped, loader, kept.resolve("windows"), progress)
                : augmentation.crop() ? loader : KeptStages.of(model, images, flipped, loader, kept.resolve("stages"), progress);
        return augmentation.of(inputs, run.experiment().training().seed());
    }

    /** The epoch that training goes on after: the checkpoint's, or 0, whose weights are those that it starts from. */
    private int restore(FaceEmbedder model, Sgd sgd) {
        Path checkpoint = run.checkpoint();
        return Files.exists(checkpoint) ? Checkpoint.restore(checkpoint, model, sgd, run.experiment().id()) : 0;
    }
}
