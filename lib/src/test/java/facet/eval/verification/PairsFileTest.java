package facet.eval.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.io.FacetException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files are empty: a list is read without a look into its images. */
class PairsFileTest {

    @TempDir
    Path folder;
    private Path people;

    @BeforeEach
    void makePeople() throws IOException {
        people = folder.resolve("people");
        for (String name : new String[] {"Anna_A", "Bert", "Cleo"}) {
            Files.createDirectories(people.resolve(name));
            for (int i = 1; i <= 3; i++) {
                Files.createFile(image(name, i));
            }
        }
    }

    private Path image(String name, int number) {
        return people.resolve(name).resolve(name + "_000" + number + ".jpg");
    }

    private List<ImagePair> read(String... lines) throws IOException {
        return PairsFile.read(Files.write(folder.resolve("list"), List.of(lines)), Optional.of(people), () -> {
            throw new AssertionError("LFW is not asked for");
        });
    }

    private String refused(String... lines) {
        return assertThrows(FacetException.class, () -> read(lines)).getMessage().replace(folder.toString(), "");
    }

    private ImagePair pair(boolean same, String a, int numberA, String b, int numberB, String fold) {
        return new ImagePair(same, image(a, numberA), image(b, numberB), fold, a, b);
    }

    @Test
    void lfwsListHasItsFolds() throws IOException {
        assertEquals(List.of(pair(true, "Anna_A", 1, "Anna_A", 3, "1"), pair(false, "Anna_A", 2, "Bert", 1, "1"),
                pair(true, "Cleo", 1, "Cleo", 2, "2"), pair(false, "Cleo", 3, "Bert", 3, "2")),
                read("2\t1", "Anna_A\t1\t3", "Anna_A\t2\tBert\t1", "Cleo\t1\t2", "Cleo\t3\tBert\t3"));
        assertEquals(List.of(pair(true, "Bert", 1, "Bert", 2, "1"), pair(false, "Anna_A", 2, "Bert", 1, "1")), read("1", "Bert\t1\t2", "Anna_A\t2\tBert\t1"));
    }

    @Test
    void withoutAFolderLfwIsTaken() throws IOException {
        Path list = Files.write(folder.resolve("list"), List.of("1 1", "Bert 1 2", "Anna_A 2 Bert 1"));
        assertEquals(image("Bert", 2), PairsFile.read(list, Optional.empty(), () -> people).get(0).imageB());
    }

    /** A list on Linux writes Zo\u00EB, macOS may have stored Zoe with a mark of its own, and the other way round. */
    @Test
    void accentsMatchInEitherForm() throws IOException {
        String composed = "Zo\u00EB";
        String apart = "Zoe\u0308";
        Files.createDirectories(people.resolve(apart));
        for (int i = 1; i <= 2; i++) {
            Files.createFile(image(apart, i));
        }
        List<ImagePair> expected = List.of(new ImagePair(true, image(apart, 1), image(apart, 2), "1", composed, composed),
                new ImagePair(false, image(apart, 1), image("Bert", 1), "1", composed, "Bert"));
        assertEquals(expected, read("1\t1", composed + "\t1\t2", composed + "\t1\tBert\t1"));
        assertEquals(expected, read(composed + "/" + composed + "_0001.jpg", apart + "/" + apart + "_0002.jpg", composed + "/" + composed + "_0001.jpg",
                "Bert/Bert_0001.jpg"), "the two lines of a pair may differ");
        assertEquals(expected, read("image_a,image_b,same,fold,person_a,person_b", composed + "/" + composed + "_0001.jpg," + apart + "/" + apart + "_0002.jpg,1,1,"
                + composed + "," + apart, apart + "/" + apart + "_0001.jpg,Bert/Bert_0001.jpg,0,1," + apart + ",Bert"));
    }

    @Test
    void aBadLineOfLfwsListIsNamed() {
        assertEquals("/list, line 3: 3 fields, but a pair of strangers has 4, and by the first line each fold has 1 pairs of one person, then 1 of strangers.",
                refused("1\t1", "Bert\t1\t2", "Cleo\t1\t2"));
        assertEquals("/list, line 2: x is not a number from 1 on.", refused("1\t1", "Bert\t1\tx", "Anna_A\t2\tBert\t1"));
        assertEquals("/list, line 3: same is 0, but both images are of Bert.", refused("1\t1", "Bert\t1\t2", "Bert\t2\tBert\t1"));
        assertEquals("/list has 2 pairs, by its first line it should have 4. Is it whole?", refused("2\t1", "Bert\t1\t2", "Anna_A\t2\tBert\t1"));
        assertEquals("/list, line 1: 0 is not a number from 1 on.", refused("0\t1"));
    }

    @Test
    void aMissingImageIsNamed() throws IOException {
        String way = ". Correct the list, or name the folder of the images by --images.";
        assertEquals("/list, line 2: there is no image /people/Bert/Bert_0007.jpg" + way, refused("1\t1", "Bert\t1\t7", "Anna_A\t2\tBert\t1"));
        assertEquals("/list, line 1: there is no image /people/Bert/Bert_0007.jpg" + way, refused("Bert/Bert_0007.jpg", "Bert/Bert_0001.jpg"));
        assertEquals("/list, line 2, column image_b: there is no image /people/Bert/b.jpg" + way, refused("image_a,image_b,same", "Bert/Bert_0001.jpg,Bert/b.jpg,1"));
    }

    @Test
    void aFoldOfSllfwBeginsWhereAPairOfOnePersonFollowsStrangers() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String images : new String[] {"Bert 1 Bert 2", "Bert 1 Bert 3", "Anna_A 1 Bert 3", "Cleo 1 Cleo 2", "Cleo 1 Cleo 3", "Cleo 3 Bert 3"}) {
            String[] fields = images.split(" ");
            lines.add(fields[0] + "/" + fields[0] + "_000" + fields[1] + ".jpg");
            lines.add(fields[2] + "/" + fields[2] + "_000" + fields[3] + ".jpg");
        }
        assertEquals(List.of(pair(true, "Bert", 1, "Bert", 2, "1"), pair(true, "Bert", 1, "Bert", 3, "1"), pair(false, "Anna_A", 1, "Bert", 3, "1"),
                pair(true, "Cleo", 1, "Cleo", 2, "2"), pair(true, "Cleo", 1, "Cleo", 3, "2"), pair(false, "Cleo", 3, "Bert", 3, "2")), read(lines.toArray(String[]::new)));
        assertTrue(refused(lines.subList(0, 10).toArray(String[]::new)).startsWith("/list: fold 1 of 2 has 1 pairs of strangers, others have more or fewer."));
        assertTrue(refused(lines.subList(0, 11).toArray(String[]::new)).startsWith("/list has an odd number of images"));
    }

    @Test
    void aCsvsImagesLieBesideItOrInImages() throws IOException {
        Path images = Files.createDirectories(folder.resolve("images"));
        Files.createFile(images.resolve("x.png"));
        Path csv = Files.write(folder.resolve("list"), List.of("same,image_a,image_b,fold,person_a,person_b", "0,x.png," + image("Bert", 1) + ",3,x,Bert",
                "1,people/Bert/Bert_0001.jpg,people/Bert/Bert_0002.jpg,4,Bert,"));
        List<ImagePair> pairs = PairsFile.read(csv, Optional.empty(), () -> null);
        assertEquals(new ImagePair(false, images.resolve("x.png"), image("Bert", 1), "3", "x", "Bert"), pairs.get(0));
        assertEquals(new ImagePair(true, image("Bert", 1), image("Bert", 2), "4", "Bert", ""), pairs.get(1));
    }

    @Test
    void anotherFileIsRefused() throws IOException {
        assertTrue(refused("<html>").startsWith("/list is no list of pairs: it can be LFW's pairs.txt"));
        assertTrue(refused("group,anchor").startsWith("/list is no list of pairs"));
        assertEquals("/list: all 2 pairs are of one person. Verification needs pairs of one person and pairs of strangers.",
                refused("same,image_a,image_b", "1,Bert/Bert_0001.jpg,Bert/Bert_0002.jpg", "1,Bert/Bert_0001.jpg,Bert/Bert_0003.jpg"));
        Files.write(folder.resolve("latin"), new byte[] {'J', (byte) 0xFC, 'r'});
        assertEquals(folder.resolve("latin") + " is not a text in UTF-8. Save it in UTF-8.",
                assertThrows(FacetException.class, () -> PairsFile.read(folder.resolve("latin"), Optional.empty(), () -> null)).getMessage());
    }
}
