package facet.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EqualImagesTest {

    @TempDir
    private Path folder;

    @Test
    void anImageUnderOneNameOrTwoIsFound() throws IOException {
        Path a = Files.writeString(folder.resolve("a"), "1");
        Path b = Files.writeString(folder.resolve("b"), "2");
        Path c = Files.writeString(folder.resolve("c"), "3");
        Path copy = Files.writeString(folder.resolve("copy"), "1");
        assertEquals("", EqualImages.sentence(List.of(set(new Triplet("x", "k", a, b, c), new Triplet("y", "k", copy, b, c)))), "not across triplets");
        assertEquals("The triplet y has one image twice: such a triplet cannot test a network. Correct the list.",
                EqualImages.sentence(List.of(set(new Triplet("x", "k", a, b, c), new Triplet("y", "k", a, b, copy)))));
        assertEquals("3 triplets have one image twice, the first is x: such a triplet cannot test a network. Correct the list.",
                EqualImages.sentence(List.of(set(new Triplet("x", "k", a, a, a)), set(new Triplet("y", "k", a, copy, c), new Triplet("z", "k", a, b, b)))));
    }

    private static TripletSet set(Triplet... triplets) {
        return new TripletSet("set", List.of(triplets));
    }
}
