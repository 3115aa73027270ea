package facet.eval.quiz;

import facet.align.FaceModels;
import facet.align.SFaceJudge;
import facet.data.Judge;
import facet.data.TripletSet;
import facet.eval.JudgeDistances;
import facet.io.FacetException;
import facet.io.Progress;
import java.util.Optional;
import java.util.function.Function;

/**
 * SFace's answers on aligned faces, where its files are here.
 *
 * @param answers nothing where it could not be measured
 * @param note why not; empty where it was
 */
public record SFaceAnswers(Optional<Answers> answers, String note) {

    /** Its name in tables. */
    public static final String NAME = "SFace, aligned";

    /** @return its name where it was not measured, for a table's row without numbers */
    public String[] missing() {
        return answers.isPresent() ? new String[0] : new String[] {NAME};
    }

    /**
     * Measures SFace on a quiz. Nothing is fetched: a notebook has to run without a network.
     *
     * @param other the triplets on which its threshold is chosen
     * @throws FacetException where the thread was interrupted, which it stays
     */
    public static SFaceAnswers of(PairQuiz quiz, TripletSet other, Progress progress) {
        if (!FaceModels.isHere(FaceModels.SFACE) || !FaceModels.isHere(FaceModels.YUNET)) {
            return new SFaceAnswers(Optional.empty(), "SFace was not measured: its files are not here. Set FACET_YUNET and FACET_SFACE to the files of the two networks (data/README.md).");
        }
        return of(quiz, other, progress, SFaceJudge::open);
    }

    /** Measures the same with a function that opens the judge, which may throw a FacetException. */
    static SFaceAnswers of(PairQuiz quiz, TripletSet other, Progress progress, Function<Progress, Judge> opener) {
        try {
            Judge judge = opener.apply(progress);
            return new SFaceAnswers(Optional.of(NetworkAnswers.of(NAME, quiz, JudgeDistances.measure(judge, quiz.tripletsAnd(other), progress), other.name())), "");
        } catch (FacetException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw e;
            }
            return new SFaceAnswers(Optional.empty(), "SFace was not measured. " + e.getMessage());
        }
    }
}
