package facet.align;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.align.AlignedImages.Aligned;
import facet.data.image.ImageFile;
import facet.data.image.TestImages;
import facet.io.FacetException;
import facet.io.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlignedImagesTest {

    @TempDir
    Path folder;

    @Test
    void whatWasAlignedIsReadAndNotMadeAgain() throws Exception {
        Path image = Files.copy(TestFaces.file("g0001"), folder.resolve("a.jpg"));
        Path none = TestImages.write(folder.resolve("none.png"), TestImages.gradient(64, 64));
        try (AlignedImages images = AlignedImages.of(FaceFinder.of(FaceFiles.yunet()), 112, folder.resolve("cache"))) {
            List<Aligned> first = images.all(List.of(image, none), Progress.silent());
            assertEquals(none, first.get(1).crop());
            assertEquals(112, ImageFile.read(first.get(0).crop()).getWidth());
            Files.write(first.get(0).crop(), new byte[] {1});
            assertEquals(first, images.all(List.of(image, none), Progress.silent()));
            assertEquals(1, Files.size(first.get(0).crop()));
            Thread.currentThread().interrupt();
            assertEquals("Stopped after 0 of 2 images. The same command goes on from there.",
                    assertThrows(FacetException.class, () -> images.all(List.of(image, none), Progress.silent())).getMessage());
            assertTrue(Thread.interrupted());
        }
    }

    @Test
    void imagesWithoutAFaceAreNamedAndThoseWithSeveralCounted() {
        Face face = new Face(1, 1, 2, 2, Collections.nCopies(Face.LANDMARKS, new Face.Landmark(2, 2)), 1);
        List<Aligned> seen = new ArrayList<>(List.of(aligned("a", List.of(face)), aligned("b", List.of())));
        assertEquals(List.of("No face was found on 1 of 2 images. They were taken whole: b."), AlignmentNotes.of(seen));
        seen.add(aligned("c", List.of(face, face)));
        assertEquals("1 of 3 images shows several faces; the one nearest the middle was taken. environment/facet align lists them.", AlignmentNotes.of(seen).get(1));
        for (int i = 1; i <= 5; i++) {
            seen.add(aligned("d" + i, List.of()));
        }
        assertEquals("No face was found on 6 of 8 images. They were taken whole: b, d1, d2, d3, d4, ... environment/facet align lists them.", AlignmentNotes.of(seen).get(0));
        assertEquals(List.of(), AlignmentNotes.of(seen.subList(0, 1)));
    }

    private static Aligned aligned(String image, List<Face> faces) {
        return new Aligned(Path.of(image), new FoundFaces(4, 4, faces), Path.of(image));
    }
}
