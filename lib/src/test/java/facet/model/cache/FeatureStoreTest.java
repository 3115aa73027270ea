package facet.model.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import facet.io.FacetException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeatureStoreTest {

    @TempDir
    private Path folder;

    @Test
    void holdsWhatWasAddedAlsoWhenOpenedAgain() {
        FeatureStore store = FeatureStore.open(folder);
        assertFalse(store.holds("a"));
        add(store, "a", 1.5f);
        add(FeatureStore.open(folder), "b", -2);
        assertEquals(1.5f, store.bytes("a").getFloat());
        FeatureStore again = FeatureStore.open(folder);
        assertEquals(List.of(1.5f, -2f), List.of(again.bytes("a").getFloat(), again.bytes("b").getFloat()));
    }

    /** The first file is written; then the folder is gone and a file stands in its place. */
    @Test
    void whatCannotBeWrittenIsHeldInMemory() throws IOException {
        Path inside = folder.resolve("inside");
        FeatureStore store = FeatureStore.open(inside);
        add(store, "a", 1.5f);
        Files.move(inside, folder.resolve("elsewhere"));
        Files.writeString(inside, "");
        add(store, "b", -2);
        assertTrue(store.holds("a") && store.holds("b") && !store.holds("c"));
        assertEquals(List.of(1.5f, -2f), List.of(store.bytes("a").getFloat(), store.bytes("b").getFloat()));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 60, -1}) // bytes that are left: of the length, the header, all but the last
    void aDamagedFileIsDeleted(int left) throws IOException {
        add(FeatureStore.open(folder), "a", 1.5f);
        byte[] whole = Files.readAllBytes(file());
        Files.write(file(), Arrays.copyOf(whole, (whole.length + left) % whole.length));
        FeatureStore store = FeatureStore.open(folder);
        assertFalse(store.holds("a"));
        assertEquals(List.of(), files());
        add(store, "a", 1.5f);
        assertTrue(FeatureStore.open(folder).holds("a"));
    }

    @Test
    void anInterruptIsNoDamage() throws IOException {
        add(FeatureStore.open(folder), "a", 1.5f);
        assertStops(() -> FeatureStore.open(folder));
        assertTrue(FeatureStore.open(folder).holds("a"));
        Files.delete(file());
        FeatureStore store = FeatureStore.open(folder);
        assertStops(() -> add(store, "a", 1.5f));
        assertTrue(FeatureStore.open(folder).holds("a"), "it was written");
    }

    private static void assertStops(Executable interrupted) {
        Thread.currentThread().interrupt();
        try {
            String message = assertThrows(FacetException.class, interrupted).getMessage();
            assertTrue(message.startsWith("Stopped while reading"), message);
        } finally {
            assertTrue(Thread.interrupted());
        }
    }

    private static void add(FeatureStore store, String image, float feature) {
        try (NDManager manager = NDManager.newBaseManager(); NDArray array = manager.create(new float[] {feature})) {
            store.add(Map.of(image, array));
        }
    }

    private Path file() throws IOException {
        return files().get(0);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
