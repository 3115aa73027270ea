package facet.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.io.FacetException;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class MasterAddressTest {

    @Test
    void aMasterThatIsNotThereIsASentenceWithinSeconds() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Assertions.assertTimeout(Duration.ofSeconds(8), () -> {
            try (Output output = new Output()) {
                assertEquals(1, SparkMain.run("study", "rates", "--spark", "spark://127.0.0.1:" + port));
                assertTrue(output.err().contains("facet: No Spark master answers at spark://127.0.0.1:" + port + " (127.0.0.1:" + port
                        + ": Connection refused). Is it running, and is this the address that its log shows?"), output.err());
            }
        });
    }

    @Test
    void oneOfSeveralMastersIsEnough() throws IOException {
        try (ServerSocket one = new ServerSocket(0)) {
            String url = "spark://127.0.0.1:1,127.0.0.1:" + one.getLocalPort();
            assertEquals(url, MasterAddress.of(url).url());
        }
    }

    @Test
    void whatIsNoAddressIsRefused() {
        for (String text : new String[] {"local[2]", "yarn", "spark://", "spark://host", "host:7077", "spark://host:port", "spark://a:1,"}) {
            assertEquals("--spark is " + text + "; it has to be the address of a standalone master, such as spark://HOST:7077.",
                    assertThrows(FacetException.class, () -> MasterAddress.of(text)).getMessage());
        }
        assertEquals("No Spark master answers at spark://localhost:99999 (there is no port 99999). Is it running, and is this the address that its log shows?",
                assertThrows(FacetException.class, () -> MasterAddress.of("spark://localhost:99999")).getMessage());
    }
}
