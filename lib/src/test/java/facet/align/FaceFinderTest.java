package facet.align;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.data.image.ImageFile;
import facet.io.FacetException;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images that it is hard to find a face on, and files that are another network. */
class FaceFinderTest {

    private static final int BGR = BufferedImage.TYPE_3BYTE_BGR;

    @TempDir
    Path folder;

    private static void assertNear(Face expected, double scale, double x, double y, Face found, double most) {
        for (int i = 0; i < Face.LANDMARKS; i++) {
            Face.Landmark at = found.landmarks().get(i);
            Face.Landmark wanted = expected.landmarks().get(i);
            assertTrue(Math.hypot(at.x() - x - scale * wanted.x(), at.y() - y - scale * wanted.y()) < most, i + ": " + at + ", not " + wanted);
        }
    }

    private Path write(BufferedImage image, String name) throws IOException {
        Path file = folder.resolve(name);
        assertTrue(ImageIO.write(image, name.substring(name.lastIndexOf('.') + 1), file.toFile()));
        return file;
    }

    @Test
    void ofTwentyFacesTheOneNearestTheMiddleIsTaken() {
        BufferedImage crowd = new BufferedImage(5 * 160, 4 * 160, BGR);
        Graphics2D g = crowd.createGraphics();
        for (int i = 0; i < 20; i++) {
            g.drawImage(TestFaces.face(String.format("g%04d", i + 1)), 160 * (i % 5) + 16, 160 * (i / 5) + (i == 12 ? 0 : 16), null);
        }
        g.dispose();
        try (FaceFinder finder = FaceFinder.of(FaceFiles.yunet())) {
            FoundFaces found = finder.find(crowd);
            assertEquals("20 faces, the one nearest the middle taken", found.remark());
            Face taken = found.taken().orElseThrow();
            assertTrue(Math.abs(taken.x() + taken.width() / 2 - 400) < 30 && Math.abs(taken.y() + taken.height() / 2 - 385) < 30, taken.toString());
        }
    }

    @Test
    void aFaceThatTheEdgeCutsIsFoundAndSaidToBeCut() {
        try (FaceFinder finder = FaceFinder.of(FaceFiles.yunet())) {
            BufferedImage face = TestFaces.face("g0001");
            Face whole = finder.find(face).taken().orElseThrow();
            int cut = (int) Math.round(whole.x() + 0.2 * whole.width());
            FoundFaces found = finder.find(TestFaces.on(300, 200, BGR, face, -cut, 20, face.getWidth()));
            assertEquals("the face is cut by the edge", found.remark());
            assertNear(whole, 1, -cut, 20, found.taken().orElseThrow(), 0.1 * whole.width());
            assertEquals(112, FaceAlignment.crop(face, found.taken().orElseThrow(), 112).getWidth());
        }
    }

    @Test
    void aGreyImageAndOneWithoutAFace() throws IOException {
        try (FaceFinder finder = FaceFinder.of(FaceFiles.yunet())) {
            BufferedImage face = TestFaces.face("g0001");
            BufferedImage grey = ImageFile.read(write(TestFaces.on(128, 128, BufferedImage.TYPE_BYTE_GRAY, face, 0, 0, 128), "grey.png"));
            Face whole = finder.find(face).taken().orElseThrow();
            assertNear(whole, 128.0 / face.getWidth(), 0, 0, finder.find(grey).taken().orElseThrow(), 0.1 * whole.width());
            for (int[] size : new int[][] {{300, 200}, {1, 1}, {5000, 1}, {1, 640}, {40, 30}, {1024, 2}}) { // narrow ones have faces at infinity, if OpenCV is left alone
                assertEquals("no face found", finder.find(new BufferedImage(size[0], size[1], BGR)).remark());
            }
        }
    }

    /** A camera held upright stores its image lying, and says so. */
    @Test
    void anImageThatExifTurnsIsSearchedUpright() throws IOException {
        try (FaceFinder finder = FaceFinder.of(FaceFiles.yunet())) {
            BufferedImage upright = TestFaces.on(200, 300, BGR, TestFaces.face("g0001"), 30, 100, 150);
            BufferedImage stored = new BufferedImage(300, 200, BGR);
            Graphics2D g = stored.createGraphics();
            g.rotate(-Math.PI / 2);
            g.drawImage(upright, -200, 0, null);
            g.dispose();
            byte[] jpeg = Files.readAllBytes(write(stored, "turned.jpg"));
            ByteArrayOutputStream turned = new ByteArrayOutputStream();
            turned.write(jpeg, 0, 2); // the segment of EXIF comes first: big-endian, one entry, orientation 6
            turned.writeBytes(HexFormat.of().parseHex("ffe10022457869660000" + "4d4d002a00000008" + "0001" + "011200030000000100060000" + "00000000"));
            turned.write(jpeg, 2, jpeg.length - 2);
            FoundFaces found = finder.find(ImageFile.read(Files.write(folder.resolve("turned.jpg"), turned.toByteArray())));
            assertEquals(200, found.width());
            assertEquals("", found.remark());
            assertNear(finder.find(upright).taken().orElseThrow(), 1, 0, 0, found.taken().orElseThrow(), 3);
        }
    }

    /** A photograph of one's own face: at 1024 pixels it would be too large to be found. */
    @Test
    void aFaceThatFillsALargeImage() {
        try (FaceFinder finder = FaceFinder.of(FaceFiles.yunet())) {
            BufferedImage face = TestFaces.face("g0001");
            Face small = finder.find(face).taken().orElseThrow();
            double scale = 3000.0 / face.getWidth();
            assertNear(small, scale, scale / 2, scale / 2, finder.find(TestFaces.on(3000, 3000, BGR, face, 0, 0, 3000)).taken().orElseThrow(), 0.1 * scale * small.width());
        }
    }

    /** Fifty megapixels: found where it is on the small image, and cut out as from that one, without the moiré of skipped pixels. */
    @Test
    void aFaceOnFiftyMegapixels() throws IOException {
        try (AlignedImages images = AlignedImages.of(FaceFinder.of(FaceFiles.yunet()), 112, folder.resolve("cache"))) {
            BufferedImage face = TestFaces.face("g0001");
            AlignedImages.Aligned small = images.one(TestFaces.file("g0001"));
            int side = 32 * face.getWidth();
            AlignedImages.Aligned large = images.one(write(TestFaces.on(8192, 6144, BGR, face, 2048, 1024, side), "large.jpg"));
            Face found = large.found().taken().orElseThrow();
            assertNear(small.found().taken().orElseThrow(), 32, 2048, 1024, found, 0.1 * found.width());
            Face there = new Face(0, 0, 1, 1, small.found().taken().orElseThrow().landmarks().stream()
                    .map(at -> new Face.Landmark(2047.5 + 32 * (at.x() + 0.5), 1023.5 + 32 * (at.y() + 0.5))).toList(), 1);
            double distance = TestFaces.meanDistance(FaceAlignment.crop(ImageFile.read(large.image()), there, 112), ImageFile.read(small.crop()));
            assertTrue(distance < 4, "levels between the crops of the same face, small and large: " + distance);
        }
    }

    @Test
    void anotherNetworkIsNamed() throws IOException {
        Path yunet = FaceFiles.yunet();
        Path sface = FaceFiles.sface();
        Path text = Files.writeString(folder.resolve("text.onnx"), "not a network");
        for (Path other : new Path[] {yunet, text}) {
            assertEquals(other + " is not SFace, or is damaged. Set FACET_SFACE to the file of SFace, face_recognition_sface_2021dec.onnx, or unset it: then Facet fetches it.",
                    assertThrows(FacetException.class, () -> SFace.of(other)).getMessage());
        }
        for (Path other : new Path[] {sface, text, Files.createFile(folder.resolve("empty.onnx"))}) {
            assertEquals(other + " is not YuNet, or is damaged. Set FACET_YUNET to the file of YuNet, face_detection_yunet_2023mar.onnx, or unset it: then Facet fetches it.",
                    assertThrows(FacetException.class, () -> FaceFinder.of(other)).getMessage());
        }
    }
}
