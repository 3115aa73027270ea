package facet.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import facet.io.DataHome;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What comes from elsewhere: names that steer a terminal, weights without meaning, an output that takes nothing. */
class HostileInputTest {

    private static final Path IMAGES = DataHome.find().generatedFaces().resolve("images");

    @TempDir
    Path folder;
    @RegisterExtension
    final Terminal terminal = new Terminal();

    @Test
    void namesThatAreFormulasOrSteerATerminalReachNeitherTheCsvNorTheTerminal() throws IOException {
        String images = IMAGES + "/g0001/g0001_0001.jpg," + IMAGES + "/g0001/g0001_0002.jpg," + IMAGES + "/g0002/g0002_0001.jpg,";
        Path list = Files.writeString(folder.resolve("groups.csv"), "group,anchor,positive,negative,kind\n"
                + "=cmd|' /C calc'!A0," + images + "+1\n" + "t\u001b]0;owned\u0007!," + images + "k\u001b[2Jkind\n");
        Path csv = folder.resolve("distances.csv");
        assertEquals(0, Main.run("evaluate", "--groups", list.toString(), "--size", "64", "--out", csv.toString()), terminal.err());
        List<String> rows = Files.readAllLines(csv);
        assertTrue(rows.get(1).startsWith("'=cmd|' /C calc'!A0,'+1,"), rows.get(1));
        assertTrue(rows.get(2).startsWith("t\\u001b]0;owned\\u0007!,k\\u001b[2Jkind,"), rows.get(2));
        assertFalse((terminal.out() + terminal.err()).contains("\u001b"), terminal.out());
        assertFalse(terminal.err().contains("one image twice"), terminal.err());
    }

    /** By its own name, through a link and as the weights. */
    @Test
    void anOutputThatIsAnInputIsRefusedAndStays() throws IOException {
        Path photo = Files.copy(IMAGES.resolve("g0001/g0001_0001.jpg"), Files.createDirectories(folder.resolve("own")).resolve("a.jpg"));
        Path list = Files.writeString(folder.resolve("own.csv"), "group,anchor,positive,negative,kind\ng," + photo + "," + photo + "," + photo + ",twin\n");
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), list);
        byte[] before = Files.readAllBytes(photo);
        assertEquals(1, Main.run("embed", "--images", photo.getParent().toString(), "--size", "64", "--out", photo.toString()));
        assertEquals(1, Main.run("evaluate", "--groups", list.toString(), "--size", "64", "--out", link.toString()));
        assertEquals(1, Main.run("evaluate", "--groups", list.toString(), "--size", "64", "--out", photo.toString()));
        assertEquals(1, Main.run("export", "--weights", list.toString(), "--out", link.toString()));
        assertEquals(4, terminal.err().lines().filter(line -> line.contains(" and would be lost. Name another file.")).count(), terminal.err());
        assertArrayEquals(before, Files.readAllBytes(photo));
        assertTrue(Files.readString(list).startsWith("group,"));
    }

    @Test
    void namesOfFilesReachTheTerminalWrittenOut() throws IOException {
        Path csv = folder.resolve("embeddings.csv");
        Path photos = Files.createDirectories(folder.resolve("photos"));
        Files.copy(IMAGES.resolve("g0001/g0001_0001.jpg"), photos.resolve("=1+1.jpg"));
        Files.writeString(photos.resolve("a\u001b[2J.webp"), "x");
        assertEquals(0, Main.run("embed", "--images", photos.toString(), "--size", "64", "--out", csv.toString()), terminal.err());
        assertTrue(Files.readString(csv).startsWith("'=1+1.jpg,"));
        assertTrue(terminal.err().contains("Passed over: " + photos + "/a\\u001b[2J.webp (a format"), terminal.err());
    }

    @Test
    void aSentenceOfARefusalHoldsNoEscapes() {
        assertEquals(1, Main.run("data", folder.resolve("\u001b[2J").toString()));
        assertEquals(2, Main.run("data", "--seed", "\u001b[2J", "generated"));
        assertTrue(terminal.err().contains("\\u001b[2J") && !terminal.err().contains("\u001b"), terminal.err());
    }

    @Test
    void embeddingsThatAreNotFiniteAreRefusedAndNothingIsWritten() throws IOException {
        Path weights = overflowing(folder.resolve("overflowing.safetensors"));
        Path csv = folder.resolve("out.csv");
        Path list = Files.writeString(folder.resolve("groups.csv"), "group,anchor,positive,negative\n1," + IMAGES + "/g0001/g0001_0001.jpg,"
                + IMAGES + "/g0001/g0001_0002.jpg," + IMAGES + "/g0002/g0002_0001.jpg\n");
        for (String[] command : new String[][] {{"embed", "--images", IMAGES.resolve("g0001").toString()}, {"evaluate", "--groups", list.toString()}}) {
            terminal.forget();
            assertEquals(1, Main.run(command[0], command[1], command[2], "--weights", weights.toString(), "--size", "64", "--out", csv.toString()));
            assertTrue(terminal.err().contains("g0001_0001.jpg: the network's embedding holds NaN") || terminal.err().contains("embedding holds Infinity"), terminal.err());
            assertFalse(Files.exists(csv));
        }
    }

    @Test
    void anOutputThatTakesNothingIsAnError() throws IOException {
        assumeTrue(Files.exists(Path.of("/dev/full")));
        PrintStream full = new PrintStream(new FileOutputStream("/dev/full"));
        System.setOut(full); // Terminal puts it back
        for (String[] command : new String[][] {{"data", "generated"}, {"embed", "--help"}}) {
            terminal.forget();
            assertEquals(1, Main.run(command));
            assertEquals("facet: Could not write all of the output to standard output. Is its disk full, or has its reader ended?", terminal.err().strip());
        }
    }

    /** The embedded weights with a first convolution of the largest numbers: finite, but what it makes is not. */
    private Path overflowing(Path file) throws IOException {
        assertEquals(0, Main.run("export", "--out", file.toString()), terminal.err());
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        int header = (int) bytes.getLong(0);
        Matcher tensor = Pattern.compile("\"conv1\\.weight\":\\{[^}]*\"data_offsets\":\\[(\\d+),(\\d+)]")
                .matcher(new String(bytes.array(), 8, header, StandardCharsets.UTF_8).replace(" ", ""));
        assertTrue(tensor.find());
        for (int at = Integer.parseInt(tensor.group(1)); at < Integer.parseInt(tensor.group(2)); at += Float.BYTES) {
            bytes.putFloat(8 + header + at, 3e38f);
        }
        return Files.write(file, bytes.array());
    }
}
