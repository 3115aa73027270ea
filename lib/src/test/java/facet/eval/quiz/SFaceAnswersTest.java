package facet.eval.quiz;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import facet.data.Judge;
import facet.data.Triplet;
import facet.data.TripletSet;
import facet.eval.JudgeDistances;
import facet.eval.TripletDistances;
import facet.io.FacetException;
import facet.io.Progress;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleBiFunction;
import org.junit.jupiter.api.Test;

class SFaceAnswersTest {

    private static final TripletSet OTHER = new TripletSet("validation", List.of(new Triplet("v", "", Path.of("v/1.png"), Path.of("v/2.png"), Path.of("w/1.png"))));

    /** Finds two images alike where their folders are. */
    private record Folders() implements Judge {

        @Override
        public String name() {
            return "folders";
        }

        @Override
        public ToDoubleBiFunction<Path, Path> likeness(Collection<Path> images, Progress progress) {
            return (first, second) -> {
                if (!images.containsAll(List.of(first, second))) {
                    throw new IllegalStateException("not looked at: " + first + ", " + second);
                }
                return first.getParent().equals(second.getParent()) ? 0.9 : 0.1;
            };
        }
    }

    @Test
    void aJudgeIsMeasuredByTheDistanceOfUnitVectors() {
        TripletDistances found = JudgeDistances.measure(new Folders(), List.of(OTHER), Progress.silent()).distances("validation").get(0);
        assertEquals(Math.sqrt(0.2), found.anchorPositive(), 1e-12);
        assertEquals(Math.sqrt(1.8), found.anchorNegative(), 1e-12);
        // two unit vectors of the cosine .9
        assertEquals(Math.hypot(1 - 0.9, Math.sqrt(1 - 0.81)), found.anchorPositive(), 1e-12);
    }

    @Test
    void itAnswersWithAThresholdOfOtherPairs() {
        SFaceAnswers found = SFaceAnswers.of(QuizExample.of("SDDS"), OTHER, Progress.silent(), progress -> new Folders());
        assertEquals(new SFaceAnswers(Optional.of(new Answers("SFace, aligned", "SDDS")), ""), found);
    }

    @Test
    void withoutItsFilesANoteSaysWhy() {
        SFaceAnswers found = SFaceAnswers.of(QuizExample.of("SD"), OTHER, Progress.silent(), progress -> {
            throw new FacetException("FACET_SFACE is gone.sface, which is no file.");
        });
        assertEquals(new SFaceAnswers(Optional.empty(), "SFace was not measured. FACET_SFACE is gone.sface, which is no file."), found);
        assertArrayEquals(new String[] {"SFace, aligned"}, found.missing());
    }
}
