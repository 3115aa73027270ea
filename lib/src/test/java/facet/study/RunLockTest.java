package facet.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.io.FacetException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Other programs are real ones here: in one program Java itself knows of its locks. */
class RunLockTest {

    private static final int TIMES = 300;

    @TempDir
    Path folder;

    @Test
    void anotherProgramsRunIsLeftAlone() throws IOException {
        Process other = program("hold");
        assertEquals('+', other.getInputStream().read(), "the other has it");
        String message = assertThrows(FacetException.class, () -> RunLock.of(run()).close()).getMessage();
        assertTrue(message.startsWith("The run " + run() + " is being trained, by another program"), message);
        other.getOutputStream().close();
        assertEquals(0, exit(other));
        RunLock.of(run()).close();
        assertFalse(Files.exists(run()), "a folder with nothing but the lock goes with it");
    }

    @Test
    void whoLooksLeavesNothingBehind() {
        Run looked = new Run(Experiment.paper("generated"), run());
        assertFalse(looked.isBeingTrained());
        assertFalse(Files.exists(run()), "no lock, and no folder for it");
        try (RunLock held = RunLock.of(run())) {
            assertTrue(looked.isBeingTrained());
        }
        assertFalse(looked.isBeingTrained());
    }

    /** A second cell that is refused must not lift the first one's lock, as closing the same file would. */
    @Test
    void whoIsRefusedHereDoesNotFreeItForOthers() throws IOException {
        try (RunLock held = RunLock.of(run())) {
            String message = assertThrows(FacetException.class, () -> RunLock.of(run()).close()).getMessage();
            assertTrue(message.startsWith("The run " + run() + " is being trained, "), message);
            assertEquals(3, exit(program("once")), "refused");
        }
        assertEquals(0, exit(program("once")));
    }

    /** A link to the runs is another name of the same run. */
    @Test
    void aLinkToTheRunDoesNotFreeItForOthers() throws IOException {
        Files.createDirectories(run().getParent());
        Path link = Files.createSymbolicLink(run().resolveSibling("link"), run().getParent());
        try (RunLock held = RunLock.of(run())) {
            String message = assertThrows(FacetException.class, () -> RunLock.of(link.resolve(run().getFileName())).close()).getMessage();
            assertTrue(message.contains("is being trained"), message);
            assertEquals(3, exit(program("once")), "refused");
        }
    }

    /** Each takes the lock some hundred times, and the folder away; none may meet another, or trip over a file that has gone. */
    @Test
    void programsThatTakeTurnsNeverMeet() throws IOException {
        List<Process> programs = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            programs.add(program("turns"));
        }
        for (Process each : programs) {
            String said = new String(each.getInputStream().readAllBytes());
            assertEquals(0, exit(each), said);
        }
        assertFalse(Files.exists(run()));
    }

    @Test
    void aPlaceThatIsTakenIsSaid() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        Path nowhere = Files.createSymbolicLink(folder.resolve("nowhere"), folder.resolve("gone"));
        for (Path taken : new Path[] {file, file.resolve("run"), nowhere, nowhere.resolve("run")}) {
            String message = assertThrows(FacetException.class, () -> RunLock.of(taken).close()).getMessage();
            assertTrue(message.startsWith("Can't write into the run's folder " + taken), message);
        }
    }

    private Path run() {
        return folder.resolve("run");
    }

    private Process program(String what) throws IOException {
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx64m", "-cp", System.getProperty("java.class.path"),
                RunLockTest.class.getName(), what, run().toString()).redirectErrorStream(true).start();
    }

    private static int exit(Process program) {
        try {
            assertTrue(program.waitFor(2, TimeUnit.MINUTES));
            return program.exitValue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The other program. */
    public static void main(String[] args) throws IOException {
        Path run = Path.of(args[1]);
        if (args[0].equals("turns")) {
            turns(run);
            return;
        }
        try (RunLock lock = RunLock.of(run)) {
            System.out.write('+');
            System.out.flush();
            if (args[0].equals("hold")) {
                System.in.read();
            }
        } catch (FacetException e) {
            System.exit(3);
        }
    }

    private static void turns(Path run) throws IOException {
        Path inside = run.resolveSibling("inside");
        for (int done = 0; done < TIMES;) {
            try (RunLock lock = RunLock.of(run)) {
                Files.createFile(inside); // fails where another is inside
                Files.delete(inside);
                done++;
            } catch (FacetException e) {
                if (!e.getMessage().contains("is being trained")) {
                    throw e;
                }
            }
        }
    }
}
