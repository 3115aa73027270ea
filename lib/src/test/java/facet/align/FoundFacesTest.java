package facet.align;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoundFacesTest {

    private static Face at(double x, double y) {
        return new Face(x, y, 20, 30, Collections.nCopies(5, new Face.Landmark(x + 10, y + 15)), 0.9);
    }

    @Test
    void theFaceNearestTheMiddleIsTakenNotTheFirst() {
        FoundFaces found = new FoundFaces(200, 100, List.of(at(0, 0), at(85, 40), at(170, 60)));
        assertEquals(Optional.of(1), found.takenIndex());
        assertEquals("3 faces, the one nearest the middle taken", found.remark());
    }

    @Test
    void noFaceAndACutFaceAreSaid() {
        assertEquals("no face found", new FoundFaces(200, 100, List.of()).remark());
        assertEquals(Optional.empty(), new FoundFaces(200, 100, List.of()).taken());
        assertEquals("", new FoundFaces(200, 100, List.of(at(5, 5))).remark());
        assertEquals("the face is cut by the edge", new FoundFaces(200, 100, List.of(at(185, 5))).remark());
        assertEquals("2 faces, the one nearest the middle taken; the face is cut by the edge", new FoundFaces(60, 30, List.of(at(20, 2), at(-30, 2))).remark());
    }

    @Test
    void whatIsKeptIsReadAgainAndDamageCountsAsNothing(@TempDir Path folder) throws Exception {
        FoundFaces found = new FoundFaces(200, 100, List.of(at(0.1, 1.0 / 3), at(85, 40)));
        KeptFaces.write(folder.resolve("a.csv"), found);
        assertEquals(Optional.of(found), KeptFaces.read(folder.resolve("a.csv")));
        Files.writeString(folder.resolve("b.csv"), "200,100\n1,2,3\n");
        assertEquals(Optional.empty(), KeptFaces.read(folder.resolve("b.csv")));
        assertEquals(Optional.empty(), KeptFaces.read(folder.resolve("none.csv")));
    }
}
