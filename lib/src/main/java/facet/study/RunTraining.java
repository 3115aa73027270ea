package facet.study;

import ai.djl.ndarray.NDManager;
import facet.data.TripletSplit;
import facet.data.image.ImageLoader;
import facet.data.image.Inputs;
import facet.io.Progress;
import facet.machine.Proc;
import facet.model.Backbone;
import facet.model.FaceEmbedder;
import facet.model.Pooling;
import facet.model.cache.KeptStages;
import facet.model.cache.PooledWindows;
import facet.model.weights.ModelProvenance;
import facet.train.Checkpoint;
import facet.train.Diverged;
import facet.train.EpochWork;
import facet.train.History;
import facet.train.Sgd;
import facet.train.Trainer;
import facet.train.TrainingWork;
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
            TrainingFaces faces = TrainingFaces.of(run, split, progress);
            RunClaim claim = began.judged(found.judge());
            Optional<Cost> cost = cost(faces, epochs, progress);
            long start = System.nanoTime();
            ModelProvenance provenance = RunProvenance.of(run.experiment(), split);
            StepLog steps = new StepLog(folder);
            HealthLog health = new HealthLog(folder);
            RunLog log = new RunLog(folder);
            RunRecord record = new RunRecord(folder, Math.max(0, RunFiles.checkpointEpoch(folder)));
            record.again().ifPresent(words -> progress.report("run " + run.id(), 1, 1, words));
            try (NDManager manager = NDManager.newBaseManager();
                    ImageLoader loader = new ImageLoader(size);
                    FaceEmbedder model = run.untrained(manager, progress);
                    Sgd sgd = new Sgd((float) training.learningRate(), (float) training.momentum(), (float) training.descent().decay())) {
                TrainingFaces shown = faces.shown(run.experiment().faces(), progress);
                restore(model, sgd);
                log.begin();
                History trained = new Trainer(model, new TripletLoss(training.loss()), sgd, inputs(model, shown, loader, progress))
                        .batch(training.batch()).seed(training.seed()).batches(shown.batches(training)).steps(training.descent().rule())
                        .continueFrom(record.start())
                        .listener(steps.and(health))
                        .afterEpoch((history, distances) -> {
                            record.add(history, distances);
                            log.ended(history.lastEpoch());
                            if (record.isDue()) {
                                claim.make(folder);
                                steps.save(); // before the history, which says that the epoch is there
                                health.save();
                                record.save();
                                DivergenceFile.delete(folder);
                                log.save();
                            }
                            if (keepWeights && history.lastEpoch() > 0) {
                                Checkpoint.save(run.checkpoint(), model, size, sgd, history.lastEpoch(), run.experiment().id(), provenance);
                            }
                        })
                        .fit(shown.split(), epochs, progress);
                cost.ifPresent(said -> progress.report("estimate and run", 1, 1,
                        said.against(Duration.ofNanos(System.nanoTime() - start), Proc.peakMemory())));
                return trained;
            } catch (Diverged e) {
                steps.save();
                health.save();
                record.save(); // as far as it came: what the run had was of another training
                log.save();
                DivergenceFile.write(folder, e.where());
                throw e;
            }
        }
    }

    /** Estimates before long training what it will take. */
    private Optional<Cost> cost(TrainingFaces faces, int epochs, Progress progress) {
        Training training = run.experiment().training();
        EpochWork epoch = faces.batches(training).work(faces.split().train(), training.batch());
        TrainingWork work = TrainingWork.of(faces.split(), epoch, RunFiles.checkpointEpoch(run.folder()), epochs);
        if (!Cost.isLong(run.experiment(), work)) {
            return Optional.empty();
        }
        Cost cost = Cost.of(run.experiment(), work, faces.images().size(), mirrored(faces).size(), run.start(progress), progress);
        progress.report("estimate", 1, 1, cost.text());
        return Optional.of(cost);
    }

    private Inputs inputs(FaceEmbedder model, TrainingFaces faces, ImageLoader loader, Progress progress) {
        Set<Path> images = faces.images();
        Path kept = run.store().home().features();
        Augmentation augmentation = run.experiment().training().augmentation();
        Set<Path> flipped = mirrored(faces);
        if (augmentation.crop() && model.sparedStages().isPresent()) {
            progress.report("frozen stages", 1, 1, "not kept: each crop is another image");
        }
        Network network = run.experiment().network();
        boolean frozen = network.backbone() == Backbone.FROZEN;
        Inputs inputs = frozen && network.pooling() == Pooling.AVERAGE ? PooledWindows.of(model, images, flipped, loader, kept.resolve("windows"), progress)
                : augmentation.crop() ? loader : KeptStages.of(model, images, flipped, loader, kept.resolve(frozen ? "maps" : "stages"), progress);
        return augmentation.of(inputs, run.experiment().training().seed());
    }

    private Set<Path> mirrored(TrainingFaces faces) {
        return run.experiment().training().augmentation().flip() ? faces.trained() : Set.of();
    }

    /** Takes the weights of the checkpoint; without one, they are those that training starts from. */
    private void restore(FaceEmbedder model, Sgd sgd) {
        Path checkpoint = run.checkpoint();
        if (Files.exists(checkpoint)) {
            Checkpoint.restore(checkpoint, model, sgd, run.experiment().id());
        }
    }
}
