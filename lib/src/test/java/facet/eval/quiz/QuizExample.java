package facet.eval.quiz;

import facet.data.Triplet;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** Quizzes whose right answers a test chooses. */
public final class QuizExample {

    private QuizExample() { }

    /** @return a quiz of these right answers; pair i is of the set twinlike, the triplet t0, t1, ..., and the people a0 and b0, ... */
    public static PairQuiz of(String key) {
        return of(key, Path.of("nowhere"), true);
    }

    /** The same with images below a folder. */
    public static PairQuiz of(String key, Path folder, boolean photographs) {
        List<QuizPair> pairs = IntStream.range(0, key.length()).mapToObj(i -> new QuizPair("twinlike", triplet(folder, i), key.charAt(i) == 'S')).toList();
        return new PairQuiz(pairs, photographs);
    }

    private static Triplet triplet(Path folder, int i) {
        return new Triplet("t" + i, "twinlike", folder.resolve("a" + i + "/1.png"), folder.resolve("a" + i + "/2.png"), folder.resolve("b" + i + "/1.png"));
    }
}
