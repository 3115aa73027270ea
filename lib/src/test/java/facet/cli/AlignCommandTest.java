package facet.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.data.image.TestImages;
import facet.io.DataHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class AlignCommandTest {

    private static final Path FACE = DataHome.find().generatedFaces().resolve("images/g0001/g0001_0001.jpg");

    @TempDir
    Path folder;
    @RegisterExtension
    final Terminal terminal = new Terminal();

    @BeforeEach
    void people() throws IOException {
        Files.createDirectories(folder.resolve("photos/Anna"));
        Files.copy(FACE, folder.resolve("photos/Anna/1.jpg"));
        TestImages.write(folder.resolve("photos/Anna/none.png"), TestImages.gradient(60, 40));
    }

    private String[] align(String... more) {
        Stream<String> words = Stream.of("align", "--images", folder.resolve("photos").toString(), "--out", folder.resolve("out").toString());
        return Stream.concat(words, Stream.of(more)).toArray(String[]::new);
    }

    @Test
    void aFolderAPersonStaysOneAndAnImageWithoutAFaceIsNamed() throws Exception {
        String said = FacesProgram.run(folder, align());
        assertTrue(said.contains("2 images: a face on 1, several on 0 of them, none on 1.\nNo face: Anna/none.png (written whole)\nWrote "), said);
        assertEquals(224, ImageIO.read(folder.resolve("out/Anna/1.png").toFile()).getWidth());
        assertEquals(60, ImageIO.read(folder.resolve("out/Anna/none.png").toFile()).getWidth());
        List<String> rows = Files.readAllLines(folder.resolve("out/alignment.csv"));
        assertTrue(rows.get(1).matches("Anna/1.jpg,1,1(,-?[0-9.]+){15},"), rows.get(1));
        assertEquals("Anna/none.png,0,,,,,,,,,,,,,,,,,no face found; kept whole", rows.get(2));
        assertTrue(ImageIO.read(folder.resolve("out/contact-sheet-1.png").toFile()).getWidth() > 400);
        FacesProgram.run(folder, align("--missing", "skip"));
        assertFalse(Files.exists(folder.resolve("out/Anna/none.png")));
        assertTrue(Files.readString(folder.resolve("out/alignment.csv")).contains("no face found; left out"));
    }

    @Test
    void sfaceMeasuresPairs() throws Exception {
        Files.writeString(folder.resolve("pairs.csv"), "image_a,image_b,same\nAnna/1.jpg,Anna/1.jpg,1\nAnna/1.jpg,Anna/none.png,0\n");
        String said = FacesProgram.run(folder, verify());
        assertTrue(said.contains("Note: No face was found on 1 of 2 images. They were taken whole: "), said);
        List<String> distances = Files.readAllLines(folder.resolve("d.csv"));
        assertTrue(distances.get(1).startsWith("1,1,0.0,"), distances.get(1));
        double strangers = Double.parseDouble(distances.get(2).split(",")[2]);
        assertTrue(strangers > 0.8 && strangers <= 2, "unit vectors: " + strangers);
        String whole = FacesProgram.run(folder, verify("--align", "none"));
        assertTrue(whole.contains("Note: SFace was made for aligned faces; on whole images it is worse than it could be."), whole);
        assertFalse(whole.contains("No face"), whole);
    }

    private String[] verify(String... more) {
        Stream<String> words = Stream.of("verify", "--pairs", folder.resolve("pairs.csv").toString(), "--images", folder.resolve("photos").toString(),
                "--weights", "sface", "--out", folder.resolve("m.csv").toString(), "--distances", folder.resolve("d.csv").toString());
        return Stream.concat(words, Stream.of(more)).toArray(String[]::new);
    }

    @Test
    void whatCanNotBeIsSaidBeforeAnyWork() throws IOException {
        Path photos = folder.resolve("photos");
        assertEquals(1, Main.run("align", "--images", photos.toString(), "--out", photos.resolve("out").toString()));
        assertEquals("facet: --out is " + photos.resolve("out") + ", inside of --images: the next run would align what this one wrote. Name a folder beside it.",
                terminal.err().strip());
        terminal.forget();
        Files.createSymbolicLink(folder.resolve("link"), photos);
        assertEquals(1, Main.run("align", "--images", photos.toString(), "--out", folder.resolve("link/new").toString()));
        assertTrue(terminal.err().contains(", inside of --images: "), "a link leads there, too: " + terminal.err());
        terminal.forget();
        Files.copy(FACE, photos.resolve("contact-sheet-1.jpg"));
        assertEquals(1, Main.run(align()));
        assertTrue(terminal.err().strip().endsWith("which is the name of a contact sheet. Rename it."), terminal.err());
        Files.delete(photos.resolve("contact-sheet-1.jpg"));
        terminal.forget();
        Path own = Files.createDirectories(folder.resolve("own"));
        Files.writeString(own.resolve("letter.txt"), "mine");
        assertEquals(1, Main.run("align", "--images", photos.toString(), "--out", own.toString()));
        assertEquals("facet: --out is " + own + ", a folder with other files, which could be overwritten. Name a new or an empty one.", terminal.err().strip());
        terminal.forget();
        Files.copy(FACE, photos.resolve("Anna/1.jpeg"));
        assertEquals(1, Main.run(align()));
        assertEquals("facet: " + photos.resolve("Anna/1.jpeg") + " and " + photos.resolve("Anna/1.jpg") + " would both become " + folder.resolve("out/Anna/1.png")
                + ". Rename one of them.", terminal.err().strip());
        terminal.forget();
        assertEquals(1, Main.run("embed", "--images", photos.toString(), "--weights", "sface", "--size", "64", "--out", folder.resolve("e.csv").toString()));
        assertEquals("facet: --level, --pooling, --size and --precision are for Facet's networks. Leave them out for --weights sface.", terminal.err().strip());
        terminal.forget();
        NetworkSource elsewhere = (model, weights, loader) -> null;
        for (String[] options : new String[][] {{"--weights", "sface"}, {"--align", "eyes", "--size", "32"}}) {
            String[] words = {"embed", "--images", photos.toString(), "--out", folder.resolve("e.csv").toString()};
            assertEquals(1, Main.run(List.of(new EmbedCommand(elsewhere)), Stream.concat(Stream.of(words), Stream.of(options)).toArray(String[]::new)));
            assertTrue(terminal.err().contains("facet: SFace and aligned faces are computed on this machine. Leave out --spark, or align first (environment/facet align)"
                    + " and embed with --align none."), terminal.err());
            terminal.forget();
        }
    }
}
