package facet.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class DamageTest {

    private static final Path FILE = Path.of("history.csv");

    /** Hours of training are not to be deleted for a file's mode. */
    @Test
    void whoMayNotReadAFileIsNotToldToDeleteTheRun() {
        AccessDeniedException denied = new AccessDeniedException("history.csv");
        for (Exception reason : List.of(denied, new UncheckedIOException(denied))) {
            assertEquals("Can't read history.csv: the system refuses it. The file need not be damaged. Make it readable and try again.",
                    Damage.unreadable(FILE, "Delete the run", reason).getMessage());
        }
        assertTrue(Damage.unreadable(FILE, "Delete the run", new IOException("cut")).getMessage().startsWith("Can't read history.csv. Delete the run; "));
    }
}
