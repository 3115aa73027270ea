package facet.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroupListTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void writeImages() throws IOException {
        for (String name : List.of("a.png", "b.png", "images/c, d.png")) {
            Pictures.write(folder.resolve(name), Pictures.gradient(2, 2));
        }
    }

    @Test
    void pathsAreBesideTheListOrInImages() throws IOException {
        List<Triplet> groups = read("group,anchor,positive,negative,kind,note\nt1,a.png,b.png,\"c, d.png\",twins,x\n");
        assertEquals(List.of(new Triplet("t1", "twins", at("a.png"), at("b.png"), at("images/c, d.png"))), groups);
    }

    @Test
    void withoutAKindAGroupIsOrdinary() throws IOException {
        assertEquals("ordinary", read("group,anchor,positive,negative\nt1,a.png,b.png,a.png").get(0).kind());
        assertEquals("ordinary", read("group,anchor,positive,negative,kind\nt1,a.png,b.png,a.png,\n").get(0).kind());
    }

    @Test
    void aSpreadsheetsMarkAndLineEndsAreFine() throws IOException {
        assertEquals("t1", read("\uFEFFgroup,anchor,positive,negative\r\nt1, a.png ,b.png,a.png\r\n").get(0).group());
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
    void noGroupsAtAll() throws IOException {
        assertSays("lists no groups", "group,anchor,positive,negative\n");
    }

    @Test
    void aMissingOrBinaryListIsNamed() throws IOException {
        assertTrue(assertThrows(FacetException.class, () -> GroupList.read(at("none.csv"))).getMessage().contains("none.csv"));
        assertTrue(assertThrows(FacetException.class, () -> GroupList.read(at("a.png"))).getMessage().contains("a.png"));
    }

    private void assertSays(String part, String csv) {
        String message = assertThrows(FacetException.class, () -> read(csv)).getMessage();
        assertTrue(message.contains(part) && message.contains("groups.csv"), message);
    }

    private List<Triplet> read(String csv) throws IOException {
        return GroupList.read(Files.writeString(folder.resolve("groups.csv"), csv));
    }

    private Path at(String name) {
        return folder.resolve(name);
    }
}
