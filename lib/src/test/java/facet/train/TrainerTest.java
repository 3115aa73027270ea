package facet.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TrainerTest {

    private static SmallTraining training;

    @BeforeAll
    static void open() {
        training = new SmallTraining();
    }

    @AfterAll
    static void close() {
        training.close();
    }

    @Test
    void measuresEverySetBeforeTheFirstStepAndAfterEachEpoch() {
        List<Integer> epochs = new ArrayList<>();
        History history = training.fit(0.001f, 2, (told, distances) -> {
            epochs.add(told.lastEpoch());
            assertEquals(2, distances.get("validation").size());
        });
        assertEquals(List.of(0, 1, 2), epochs);
        assertEquals(List.of(0, 1, 2), history.of("validation").stream().map(History.Row::epoch).toList());
        assertEquals(List.of(1, 2), history.of("train").stream().map(History.Row::epoch).toList());
        assertEquals(6, history.of("train").get(0).groups());
        assertNotEquals(history.loss("validation")[0], history.loss("validation")[2], "it learns something");
    }

    @Test
    void theSameSeedGivesTheSameBits() {
        assertEquals(training.fit(0.001f, 1, (h, d) -> { }), training.fit(0.001f, 1, (h, d) -> { }));
    }

    @Test
    void memoryIsFlatOverTwoHundredSteps() throws IOException {
        Assumptions.assumeTrue(Files.isReadable(Path.of("/proc/self/statm")), "reads Linux's own count");
        List<Long> outside = new ArrayList<>();
        List<Integer> arrays = new ArrayList<>();
        training.fit(1e-5f, 75, (h, d) -> { // 3 steps an epoch
            outside.add(nativeMebibytes());
            arrays.add(training.manager().getManagedArrays().size());
        });
        assertEquals(arrays.get(1), arrays.get(75), "no array of a step outlives it");
        long growth = outside.get(75) - outside.get(8);
        assertTrue(growth < 64, () -> "200 steps grew native memory by " + growth + " MiB: " + outside);
    }

    /** What the program holds besides Java's heap, whose size is the collector's own affair. */
    private static long nativeMebibytes() {
        System.gc(); // direct buffers are native memory that goes with their Java object
        try {
            long pages = Long.parseLong(Files.readString(Path.of("/proc/self/statm")).split(" ")[1]);
            return (pages * 4096 - Runtime.getRuntime().totalMemory()) >> 20;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
