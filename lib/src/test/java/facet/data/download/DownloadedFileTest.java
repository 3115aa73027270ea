package facet.data.download;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.io.FacetException;
import facet.io.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a download leaves in its place, and what it finds there. */
class DownloadedFileTest {

    @TempDir
    private Path folder;
    private DownloadServer server;

    @BeforeEach
    void serve() throws IOException {
        server = new DownloadServer(folder.resolve("below/file.bin"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void takesAPartThatIsWhole() throws IOException {
        server.keep(server.content);
        server.fetch();
        assertArrayEquals(server.content, Files.readAllBytes(server.file));
    }

    @Test
    void anotherChecksumDeletesItAndSaysBoth() {
        FacetException e = assertThrows(FacetException.class, () -> Download.fetch(server.address, "abc", server.file, Progress.silent()));
        assertTrue(e.getMessage().contains(server.sum) && e.getMessage().contains("abc"), e.getMessage());
        assertFalse(Files.exists(server.part));
        assertFalse(Files.exists(server.file));
    }

    @Test
    void aPartOfAnotherFileIsFoundOutAndDeleted() throws IOException {
        server.keep(new byte[DownloadServer.HALF]);
        FacetException e = assertThrows(FacetException.class, server::fetch);
        assertTrue(e.getMessage().contains("file.bin.part, which an earlier try began, has the SHA-256"), e.getMessage());
        assertFalse(Files.exists(server.part));
        server.fetch();
        assertArrayEquals(server.content, Files.readAllBytes(server.file));
    }

    @Test
    void nothingIsSentForWhereItIsThere() throws IOException {
        server.keep(new byte[0]);
        Files.write(server.file, server.content);
        server.fetch();
        assertEquals(List.of(), server.ranges);
    }

    @Test
    void aWrongFileInItsPlaceIsNamedAndKept() throws IOException {
        server.keep(new byte[0]);
        Files.write(server.file, new byte[] {1});
        FacetException e = assertThrows(FacetException.class, server::fetch);
        assertTrue(e.getMessage().contains("Remove it"), e.getMessage());
        assertTrue(Files.exists(server.file));
    }

    @Test
    void whereNothingHasArrivedNothingIsSaidToBeKept() {
        server.status = 404;
        FacetException e = assertThrows(FacetException.class, server::fetch);
        assertTrue(e.getMessage().contains("Nothing has arrived") && !e.getMessage().contains("kept"), e.getMessage());
    }

    @Test
    void aFolderThatIsALinkIsAFolder() throws IOException {
        Files.createSymbolicLink(server.file.getParent(), Files.createDirectory(folder.resolve("elsewhere")));
        server.fetch();
        assertArrayEquals(server.content, Files.readAllBytes(folder.resolve("elsewhere/file.bin")));
    }

    @Test
    void aMissingPageIsAnErrorAndKeepsThePart() throws IOException {
        server.keep(Arrays.copyOf(server.content, DownloadServer.HALF));
        server.status = 404;
        FacetException e = assertThrows(FacetException.class, server::fetch);
        assertTrue(e.getMessage().contains("404"), e.getMessage());
        assertEquals(DownloadServer.HALF, Files.size(server.part));
    }
}
