package facet.eval.quiz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import facet.eval.Measurements;
import facet.eval.TripletDistances;
import facet.io.Progress;
import facet.study.MeasuredRun;
import facet.study.Run;
import facet.study.RunStore;
import facet.study.StudyFile;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NetworkAnswersTest {

    @Test
    void aPairIsTheSameBelowTheThresholdThatIsBestOnOtherPairs() {
        Random random = new Random(3);
        for (int round = 0; round < 50; round++) {
            PairQuiz quiz = QuizExample.of("SDDSSDDS");
            List<TripletDistances> asked = distances("t", 8, random);
            List<TripletDistances> other = distances("v", 9, random);
            double best = naiveThreshold(other);
            StringBuilder expected = new StringBuilder();
            for (int i = 0; i < 8; i++) {
                TripletDistances triplet = asked.get(i);
                double distance = "SDDSSDDS".charAt(i) == 'S' ? triplet.anchorPositive() : triplet.anchorNegative();
                expected.append(distance < best ? 'S' : 'D');
            }
            Measurements measured = new Measurements(Map.of("twinlike", asked, "validation", other));
            assertEquals(new Answers("network", expected.toString()), NetworkAnswers.of("network", quiz, measured, "validation"));
        }
    }

    /** Tries a threshold midway between any two neighbours, the least first. */
    private static double naiveThreshold(List<TripletDistances> triplets) {
        double[] all = triplets.stream().flatMap(t -> Stream.of(t.anchorPositive(), t.anchorNegative())).mapToDouble(d -> d).sorted().toArray();
        double best = all[0];
        int most = -1;
        for (int i = 0; i <= all.length; i++) {
            double threshold = i == 0 ? all[0] : i == all.length ? Math.nextUp(all[i - 1]) : (all[i - 1] + all[i]) / 2;
            int correct = (int) triplets.stream().filter(t -> t.anchorPositive() < threshold).count() + (int) triplets.stream().filter(t -> t.anchorNegative() >= threshold).count();
            if (correct > most) {
                most = correct;
                best = threshold;
            }
        }
        return best;
    }

    @Test
    void aRecordedNetworkAnswersAsAnotherProgramComputed() { // a script in Python, which draws by Random's documented algorithm and reads distances.csv
        Run run = StudyFile.named("demo").study("with and without FPN").run(RunStore.openRecorded(), Progress.silent()).where("level", "P2").one();
        PairQuiz quiz = PairQuiz.draw(run.split(Progress.silent()), 24, 11, "lookalike", "twinlike");
        assertEquals("SDDSSSSDSDSDSDSSDDDDSDSD", quiz.key());
        Measurements measured = MeasuredRun.of(run).after(5, "validation", "lookalike", "twinlike");
        assertEquals("SDDDSSDSSSDDSDSSSSDSDDSD", NetworkAnswers.of("P2", quiz, measured, "validation").letters());
    }

    @Test
    void aThresholdThatWouldSeeAnAnswerIsRefused() {
        PairQuiz quiz = QuizExample.of("SD");
        List<TripletDistances> asked = distances("t", 2, new Random(1));
        Measurements measured = new Measurements(Map.of("twinlike", asked));
        assertEquals("The threshold of P2 would be chosen on the triplet t0, which is in the quiz. Choose it on other triplets.",
                assertThrows(IllegalArgumentException.class, () -> NetworkAnswers.of("P2", quiz, measured, "twinlike")).getMessage());
    }

    @Test
    void aTripletThatWasNotMeasuredIsNamed() {
        PairQuiz quiz = QuizExample.of("SDS");
        Measurements measured = new Measurements(Map.of("twinlike", distances("t", 2, new Random(1)), "validation", distances("v", 3, new Random(2))));
        assertEquals("The triplet t2 of twinlike was not measured. Measure the sets that the quiz was drawn from.",
                assertThrows(IllegalArgumentException.class, () -> NetworkAnswers.of("P2", quiz, measured, "validation")).getMessage());
    }

    private static List<TripletDistances> distances(String name, int triplets, Random random) {
        return IntStream.range(0, triplets).mapToObj(i -> new TripletDistances(name + i, "any", random.nextDouble(), 0.3 + random.nextDouble())).toList();
    }
}
