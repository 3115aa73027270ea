package facet.eval.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VerificationMeasuresTest {

    private static final List<String> NAMES = List.of("auc", "eer", "tar@far=0.1", "tar@far=0.01", "tar@far=0.001", "accuracy", "threshold");

    private static MeasureRow row(VerificationMeasures measures, String name) {
        return measures.rows().stream().filter(row -> row.name().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void theRowsAreTheMeasuresInTheirOrder() {
        ScoredPairs pairs = Pairs.random(new Random(1), 300);
        RocCurve curve = RocCurve.of(pairs);
        VerificationMeasures measures = VerificationMeasures.of(pairs, 1);
        assertEquals(NAMES, measures.rows().stream().map(MeasureRow::name).toList());
        assertEquals(Optional.of(AreaUnderCurve.of(curve)), row(measures, "auc").value());
        assertEquals(Optional.of(EqualErrorRate.of(curve)), row(measures, "eer").value());
        assertEquals(Optional.of(TrueAcceptRate.at(0.1, curve)), row(measures, "tar@far=0.1").value());
        assertEquals(Optional.of(FoldedAccuracy.of(pairs).mean()), row(measures, "accuracy").value());
        assertEquals(Optional.of(FoldedAccuracy.of(pairs).interval()), row(measures, "accuracy").interval());
        assertEquals(Optional.of(BestThreshold.of(curve)), row(measures, "threshold").value());
        for (String name : List.of("auc", "eer", "tar@far=0.1", "threshold")) {
            assertTrue(row(measures, name).interval().orElseThrow().contains(row(measures, name).value().orElseThrow()), name);
        }
    }

    @Test
    void whatIsRefusedHasNoNumberAndASentence() {
        VerificationMeasures measures = VerificationMeasures.of(Pairs.random(new Random(1), 300), 1);
        MeasureRow refused = row(measures, "tar@far=0.01");
        assertEquals(Optional.empty(), refused.value());
        assertEquals(Optional.empty(), refused.interval());
        assertTrue(measures.notes().contains("No tar@far=0.01: a FAR of 0.01 takes at least 300 pairs of strangers (3 false accepts); there are 200."),
                measures.notes().toString());
        assertTrue(measures.notes().contains("The interval of the accuracy is too narrow: it comes from 4 folds, fewer than LFW's 10."), measures.notes().toString());
        assertTrue(measures.notes().contains("12 people are in more than one fold, so that the folds of the accuracy are not independent."), measures.notes().toString());
    }

    @Test
    void aRateThatRestsOnThreeFalseAcceptsIsReportedAndSaysSo() {
        VerificationMeasures measures = VerificationMeasures.of(Pairs.random(new Random(1), 450), 1);
        assertTrue(row(measures, "tar@far=0.01").interval().isPresent(), "300 pairs of strangers, as LFW's 3,000 at 0.001");
        assertTrue(measures.notes().contains("tar@far=0.01: its threshold accepts at most 3 of 300 pairs of strangers, so that its FAR, too, is known roughly only."),
                measures.notes().toString());
    }

    @Test
    void anAccuracyThatIsRefusedHasNoNoteOnItsFolds() {
        VerificationMeasures measures = VerificationMeasures.of(new ScoredPairs(List.of(new ScoredPair(true, 1, "a", "p", ""), new ScoredPair(false, 2, "a", "p", "q"),
                new ScoredPair(false, 3, "b", "p", "q"))), 1);
        assertTrue(measures.notes().contains("No accuracy: without fold a all pairs are of one kind, which no threshold can be chosen on."), measures.notes().toString());
        assertTrue(measures.notes().stream().noneMatch(note -> note.contains("more than one fold") || note.contains("too narrow: it comes")), measures.notes().toString());
    }

    @Test
    void withoutPeopleTheIntervalsSaySo() {
        ScoredPairs pairs = Pairs.of(new Random(1).doubles(50).toArray(), new Random(2).doubles(50).map(x -> x + 0.5).toArray());
        VerificationMeasures measures = VerificationMeasures.of(pairs, 1);
        for (String start : List.of("The intervals resample pairs", "No accuracy: the pairs name no folds")) {
            assertEquals(1, measures.notes().stream().filter(note -> note.startsWith(start)).count(), measures.notes().toString());
        }
    }

    @Test
    void tooFewForAnIntervalIsSaid() {
        VerificationMeasures measures = VerificationMeasures.of(Pairs.of(new double[] {1}, new double[] {2}), 1);
        assertEquals(Optional.of(1.0), row(measures, "auc").value());
        assertEquals(Optional.empty(), row(measures, "auc").interval());
        assertTrue(measures.notes().contains("No bootstrap intervals: there are too few pairs to resample."), measures.notes().toString());
    }
}
