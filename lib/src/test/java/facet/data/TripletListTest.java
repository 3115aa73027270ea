package facet.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.data.image.TestImages;
import facet.io.FacetException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TripletListTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void writeImages() throws IOException {
        for (String name : List.of("a.png", "b.png", "images/c, d.png")) {
            TestImages.write(folder.resolve(name), TestImages.gradient(2, 2));
        }
    }

    @Test
    void pathsAreBesideTheListOrInImages() throws IOException {
        List<Triplet> triplets = read("group,anchor,positive,negative,kind,note\nt1,a.png,b.png,\"c, d.png\",twins,x\n");
        assertEquals(List.of(new Triplet("t1", "twins", at("a.png"), at("b.png"), at("images/c, d.png"))), triplets);
    }

    @Test
    void withoutAKindAGroupIsOrdinary() throws IOException {
        assertEquals("ordinary", read("group,anchor,positive,negative\nt1,a.png,b.png,a.png").get(0).kind());
        assertEquals("ordinary", read("group,anchor,positive,negative,kind\nt1,a.png,b.png,a.png,\n").get(0).kind());
    }

    @Test
    void aSpreadsheetsMarkAndLineEndsAreFine() throws IOException {
        assertEquals("t1", read("\uFEFFgroup,anchor,positive,negative\r\nt1, a.png ,b.png,a.png\r\n").get(0).name());
    }

    @Test
    void aMissingImageIsNamedWithLineAndColumn() throws IOException {
        assertSays("line 3, column positive: none.png", "group,anchor,positive,negative\nt1,a.png,b.png,a.png\nt2,a.png,none.png,a.png\n");
        assertSays("line 2, column negative: none.png", "group,anchor,positive,negative\nt1,a.png,b.png,none.png");
        assertSays("line 2, column anchor", "group,anchor,positive,negative\nt1,,b.png,a.png\n");
    }

    @Test
    void aMissingColumnIsNamed() throws IOException {
        assertSays("no column negative", "group,anchor,positive\nt1,a.png,b.png\n");
        assertSays("no column group", "");
        assertSays("commas", "group;anchor;positive;negative\nt1;a.png;b.png;a.png\n");
        assertSays("quotes are closed", "group,anchor,positive,negative\nt1,\"a.png,b.png,a.png\n");
        assertSays("line 2: 3 columns", "group,anchor,positive,negative\nt1,a.png,b.png\n");
    }

    @Test
    void spareColumnsEmptyRowsAndCapitalsDoNotMatter() throws IOException {
        Triplet t1 = new Triplet("t1", "twins", at("a.png"), at("b.png"), at("a.png"));
        assertEquals(List.of(t1), read("Group,ANCHOR,Positive,negative,Kind\nt1,a.png,b.png,a.png,twins\n"), "capitals");
        assertEquals(List.of(t1), read("group,anchor,positive,negative,kind,note,note\nt1,a.png,b.png,a.png,twins,x,y\n"), "two notes");
        assertEquals(List.of(t1), read("group,anchor,positive,negative,kind,,\nt1,a.png,b.png,a.png,twins,,\n"), "columns without a name");
        assertEquals(List.of(t1), read("group,anchor,positive,negative,kind\nt1,a.png,b.png,a.png,twins,,\n"), "empty cells behind the last column");
        assertEquals(List.of(t1), read("group,anchor,positive,negative,kind,note\nt1,a.png,b.png,a.png,twins\n"), "no cell for the note");
        assertEquals(List.of(t1), read("group,anchor,positive,negative,kind\n,,,,\nt1,a.png,b.png,a.png,twins\n\n , ,,,\n"), "empty rows");
        assertEquals(List.of(t1), read("\uFEFFsep=,\r\ngroup,anchor,positive,negative,kind\r\nt1,a.png,b.png,a.png,twins\r\n"), "Excel's line");
    }

    @Test
    void eachSentenceIsTrueOfTheFile() throws IOException {
        assertSays("line 3, column positive: the cell is empty", "group,anchor,positive,negative\n,,,\nt1,a.png,,a.png\n");
        assertSays("line 2, column group: the cell is empty", "group,anchor,positive,negative\n,a.png,b.png,a.png\n");
        assertSays("line 3, column anchor: none.png", "sep=,\ngroup,anchor,positive,negative\nt1,none.png,b.png,a.png\n");
        assertSays("has two columns Anchor", "group,Anchor,anchor,positive,negative\nt1,a.png,b.png,b.png,a.png\n");
        assertSays("line 2: 5 columns, the first line names 4", "group,anchor,positive,negative\nt1,a.png,b.png,a.png,x\n");
        assertSays("column anchor: a\\u0000b is neither", "group,anchor,positive,negative\nt1,a\0b,b.png,a.png\n");
        assertTrue(assertThrows(FacetException.class, () -> TripletList.read(at("none.csv"))).getMessage().startsWith("There is no triplet list "));
        Path latin = Files.write(at("latin.csv"), "group,anchor\nJ\u00FCrgen,a.png\n".getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(latin + " is not a text in UTF-8. Save it as CSV in UTF-8.", assertThrows(FacetException.class, () -> TripletList.read(latin)).getMessage());
    }

    @Test
    void aFileIsFoundInEitherFormOfItsAccents() throws IOException {
        String composed = "J\u00FCrgen";
        String apart = "Ju\u0308rgen";
        Path file = TestImages.write(folder.resolve("images").resolve(apart).resolve(composed + ".png"), TestImages.gradient(2, 2));
        for (String name : List.of(composed + "/" + composed, apart + "/" + apart, composed + "/" + apart)) {
            Path found = read("group,anchor,positive,negative\nt1," + name + ".png,b.png,a.png\n").get(0).anchor();
            assertTrue(Files.isSameFile(file, found), name);
        }
        Path absolute = folder.toAbsolutePath().resolve("images").resolve(composed).resolve(composed + ".png");
        assertTrue(Files.isSameFile(file, read("group,anchor,positive,negative\nt1," + absolute + ",b.png,a.png\n").get(0).anchor()));
    }

    @Test
    void namesThatSteerATerminalAreWrittenOut() throws IOException {
        Triplet read = read("group,anchor,positive,negative,kind\nt\u001b]0;owned\u0007!,a.png,b.png,a.png,\u202Ek\n").get(0);
        assertEquals("t\\u001b]0;owned\\u0007! \\u202ek", read.name() + " " + read.kind());
    }

    @Test
    void noTripletsAtAll() throws IOException {
        assertSays("lists no triplets", "group,anchor,positive,negative\n");
    }

    @Test
    void aMissingOrBinaryListIsNamed() throws IOException {
        assertTrue(assertThrows(FacetException.class, () -> TripletList.read(at("none.csv"))).getMessage().contains("none.csv"));
        assertTrue(assertThrows(FacetException.class, () -> TripletList.read(at("a.png"))).getMessage().contains("a.png"));
    }

    private void assertSays(String part, String csv) {
        String message = assertThrows(FacetException.class, () -> read(csv)).getMessage();
        assertTrue(message.contains(part) && message.contains("groups.csv"), message);
    }

    private List<Triplet> read(String csv) throws IOException {
        return TripletList.read(Files.writeString(folder.resolve("groups.csv"), csv));
    }

    private Path at(String name) {
        return folder.resolve(name);
    }
}
