package facet.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.EngineException;
import facet.io.FacetException;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ClusterTaskTest {

    private static final String MEMORY = "There is too little memory for Java: FACET_JAVA_OPTS=-Dspark.executor.memory=4g gives it more.";

    @Test
    void whatNoOtherWorkerDoesBetterIsAnAnswer() {
        assertEquals("a.jpg is no image.", problem(new FacetException("a.jpg is no image.")));
        assertEquals(MEMORY, problem(new OutOfMemoryError("Java heap space")));
        assertEquals(MEMORY, problem(new IllegalStateException(new OutOfMemoryError("Java heap space"))));
        assertEquals("Failed to load PyTorch native library (version GLIBCXX_3.4.21 not found). Does environment/facet evaluate work there?",
                problem(new EngineException("Failed to load PyTorch native library", new UnsatisfiedLinkError("version GLIBCXX_3.4.21 not found"))));
    }

    @Test
    void whatAnotherWorkerMayDoIsLeftToSpark() {
        IllegalStateException bug = new IllegalStateException("who knows");
        assertSame(bug, assertThrows(IllegalStateException.class, () -> new Work(() -> {
            throw bug;
        }).answer()));
        assertEquals("1", new Work(() -> "1").answer().orThrow());
    }

    private static String problem(Throwable thrown) {
        ClusterTask.Answer<String> answer = new Work(() -> {
            if (thrown instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) thrown;
        }).answer();
        String problem = assertThrows(FacetException.class, answer::orThrow).getMessage();
        assertTrue(problem.matches("On the worker [^ ]+: .*"), problem);
        return problem.substring(problem.indexOf(": ") + 2);
    }

    private record Work(Supplier<String> supplier) implements ClusterTask<String> {

        @Override
        public String name() {
            return "a test";
        }

        @Override
        public String result() {
            return supplier.get();
        }
    }
}
