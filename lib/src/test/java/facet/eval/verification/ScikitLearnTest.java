package facet.eval.verification;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.Gson;
import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** scikit.py beside the scores made the numbers. */
class ScikitLearnTest {

    private static final double TOLERANCE = 1e-12;

    private record Expected(double[] far, double[] tar, double[] thresholds, double auc) { }

    @ParameterizedTest
    @ValueSource(strings = {"people", "ties", "equal", "parted", "reversed", "negative"})
    void theCurveAndItsAreaAreThoseOfScikitLearn(String name) throws IOException {
        Gson gson = new Gson();
        Expected expected = gson.fromJson(gson.fromJson(Files.readString(Pairs.SCORES.resolve("scikit.json")), com.google.gson.JsonObject.class).get(name), Expected.class);
        RocCurve curve = RocCurve.of(ScoreFile.read(Pairs.SCORES.resolve("scores-" + name + ".csv")));
        assertArrayEquals(expected.far(), IntStream.range(0, curve.points()).mapToDouble(curve::far).toArray(), TOLERANCE);
        assertArrayEquals(expected.tar(), IntStream.range(0, curve.points()).mapToDouble(curve::tar).toArray(), TOLERANCE);
        assertArrayEquals(expected.thresholds(), IntStream.range(1, curve.points()).mapToDouble(i -> -curve.threshold(i)).toArray(), TOLERANCE);
        assertEquals(Double.NEGATIVE_INFINITY, curve.threshold(0));
        assertEquals(expected.auc(), AreaUnderCurve.of(curve), TOLERANCE);
    }
}
