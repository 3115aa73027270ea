package facet.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import facet.io.FacetException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkerProcessTest {

    @TempDir
    Path folder;

    @Test
    void answersTaskAfterTaskAndEndsByItself() throws IOException {
        try (WorkerProcess worker = fake()) {
            for (int i = 0; i < 3; i++) {
                JsonObject task = Tasks.plain("about" + i);
                assertEquals(task, worker.ask(task).get("heard"));
            }
        }
        assertEquals("said goodbye", Files.readString(log()).strip());
    }

    @Test
    void anEndIsToldWithItsLastMessages() {
        try (WorkerProcess worker = fake()) {
            String message = assertThrows(FacetException.class, () -> worker.ask(Tasks.plain("die"))).getMessage();
            assertTrue(message.startsWith("fake ended during the task die, exit code 3. Its last messages:\n    out of pictures\n"), message);
        }
    }

    @Test
    void nonsenseIsTold() {
        try (WorkerProcess worker = fake()) {
            String message = assertThrows(FacetException.class, () -> worker.ask(Tasks.plain("nonsense"))).getMessage();
            assertTrue(message.startsWith("fake gave no answer in JSON to the task nonsense"), message);
        }
    }

    @Test
    void anInterruptEndsTheWaiting() {
        WorkerProcess worker = fake();
        Thread.currentThread().interrupt();
        assertEquals("Stopped; nothing was written.", assertThrows(FacetException.class, () -> worker.ask(Tasks.plain("about"))).getMessage());
        worker.close();
        assertTrue(Thread.interrupted(), "those above learn of it");
    }

    @Test
    void aProgramThatIsNotThereIsNamed() {
        String message = assertThrows(FacetException.class, () -> new WorkerProcess("nobody", new ProcessBuilder("no-such-program"), log())).getMessage();
        assertTrue(message.startsWith("Could not start nobody (") && message.contains("no-such-program"), message);
    }

    @Test
    void thePlainScriptGetsTheSystemsAllocatorAndKeepsAllElse() {
        Map<String, String> environment = new TreeMap<>(Map.of("LD_PRELOAD", "/usr/lib/libjemalloc.so.2:/opt/mine.so", "MALLOC_CONF", "thp:always",
                "OMP_NUM_THREADS", "2"));
        Launch.plain(environment);
        assertEquals(Map.of("LD_PRELOAD", "/opt/mine.so", "OMP_NUM_THREADS", "2"), environment);
        environment.putAll(Map.of("LD_PRELOAD", "/environment/allocator/libmimalloc.so", "MIMALLOC_PURGE_DELAY", "-1"));
        Launch.plain(environment);
        assertEquals(Map.of("OMP_NUM_THREADS", "2"), environment);
    }

    private WorkerProcess fake() {
        return new WorkerProcess("fake", new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), FakeWorker.class.getName()), log());
    }

    private Path log() {
        return folder.resolve("fake.log");
    }
}
