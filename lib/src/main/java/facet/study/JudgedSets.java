package facet.study;

import facet.align.SFaceJudge;
import facet.data.FaceSet;
import facet.data.Judge;
import facet.data.JudgedSplit;
import facet.data.TripletSplit;
import facet.io.FacetException;
import facet.io.Progress;
import java.util.Optional;
import java.util.function.Function;

/**
 * The sets of a run that a judge chooses: hard test and hard validation of LFW. Where the judge can't be had, the run goes on without them and says so.
 *
 * @param data of which it chooses
 * @param opener finds the judge; it throws a FacetException where it can't be had
 */
record JudgedSets(String data, Function<Progress, Judge> opener) {

    /** Those of every training. */
    static final JudgedSets STANDARD = new JudgedSets("lfw", SFaceJudge::open);

    /** The task under which a run reports that they are not measured. */
    static final String TASK = "hard test, hard validation";

    /**
     * What a run measures.
     *
     * @param split with the judge's sets and the likeness of each measured triplet, or as it was
     * @param judge its name, where it was asked
     */
    record Found(TripletSplit split, Optional<String> judge) { }

    /**
     * Chooses the sets by the judge, where the run is on those faces.
     *
     * @param split of the run
     * @throws FacetException where the thread was interrupted, which it stays
     */
    Found of(Run run, TripletSplit split, Progress progress) {
        if (!run.experiment().faces().data().equals(data)) {
            return new Found(split, Optional.empty());
        }
        try {
            Judge judge = opener.apply(progress);
            Optional<String> before = run.judge();
            if (before.isPresent() && !before.get().equals(judge.name())) {
                return without(split, "The run " + run.id() + " has those that another judge chose (" + before.get() + "; here is " + judge.name() + ")."
                        + " Set FACET_YUNET and FACET_SFACE to that judge's files to measure them on.", progress);
            }
            FaceSet faces = run.faceSet(progress);
            return new Found(JudgedSplit.of(split, run.whole(faces), faces, judge, progress), Optional.of(judge.name()));
        } catch (FacetException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw e;
            }
            return without(split, e.getMessage() + " To measure them, set FACET_YUNET and FACET_SFACE to the files of the two networks.", progress);
        }
    }

    private static Found without(TripletSplit split, String why, Progress progress) {
        progress.report(TASK, 1, 1, "not measured. " + why);
        return new Found(split, Optional.empty());
    }
}
