package facet.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class TurnTest {

    @TempDir
    private Path folder;
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final CountDownLatch waits = new CountDownLatch(1);

    @Test
    void aSecondThreadWaitsAndSaysSo() throws Exception {
        CompletableFuture<Void> second;
        try (Turn first = take(folder.resolve("lock"))) {
            second = CompletableFuture.runAsync(this::takeAndEnd);
            waits.await();
            assertThrows(TimeoutException.class, () -> second.get(300, TimeUnit.MILLISECONDS));
        }
        second.get();
        assertEquals("wait 0/1", said.get(0));
        assertEquals("wait 1/1", said.get(said.size() - 1));
    }

    @Test
    void nobodyWaitsAlone() throws Exception {
        takeAndEnd();
        takeAndEnd();
        assertEquals(List.of(), said);
    }

    @Test
    void anotherProgramIsWaitedForAndOneThatDiesIsNot() throws Exception {
        try (OtherProgram other = OtherProgram.start("hold", folder.resolve("lock"))) {
            other.ready();
            CompletableFuture<Void> second = CompletableFuture.runAsync(this::takeAndEnd);
            waits.await();
            assertThrows(TimeoutException.class, () -> second.get(300, TimeUnit.MILLISECONDS));
            other.kill();
            second.get();
        }
    }

    /** A file's lock is the program's: a second channel that is closed would give it up. */
    @Test
    void aThreadThatGivesUpWaitingDoesNotLetAnotherProgramIn() throws Exception {
        try (Turn first = take(folder.resolve("lock"))) {
            FutureTask<Void> second = new FutureTask<>(this::takeAndEnd, null);
            Thread thread = new Thread(second);
            thread.start();
            waits.await();
            thread.interrupt();
            thread.join();
            assertTrue(assertThrows(Exception.class, second::get).toString().contains("InterruptedException"));
            try (OtherProgram other = OtherProgram.start("hold", folder.resolve("lock"))) {
                Thread.sleep(1500); // it starts in half a second
                assertTrue(other.saysNothingYet());
                first.close();
                other.ready();
            }
        }
    }

    @Test
    void aDiskWithoutLocksIsNamedAndTheNextOneNeedNotWait() throws Exception {
        Turn.Locks none = channel -> {
            throw new IOException("No locks available");
        };
        Path lock = folder.toRealPath().resolve("lock");
        String message = assertThrows(FacetException.class, () -> Turn.await(lock, "wait", Progress.silent(), none)).getMessage();
        assertEquals("The disk of " + lock.getParent() + " can't lock files (No locks available), so that two programs would write one file at once."
                + " Set FACET_CACHE to a folder on another disk.", message);
        takeAndEnd();
        assertEquals(List.of(), said);
    }

    private Turn take(Path lock) throws Exception {
        return Turn.await(lock, "wait", (task, done, total, detail) -> {
            said.add(task + " " + done + "/" + total);
            waits.countDown();
        });
    }

    private void takeAndEnd() {
        try (Turn turn = take(folder.resolve("../" + folder.getFileName() + "/lock"))) { // another spelling of the path
            assertTrue(true);
        } catch (Exception e) {
            throw new IllegalStateException(e.toString());
        }
    }
}
