package facet.align;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.data.image.ImageFile;
import facet.io.DataHome;
import facet.io.FacetException;
import facet.io.Progress;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.bytedeco.javacpp.indexer.FloatIndexer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_objdetect.FaceRecognizerSF;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the two networks, on generated faces: the numbers of OpenCV in Python, and images that are hard to find faces on. */
class SFaceTest {

    private static final Path FACES = DataHome.find().generatedFaces().resolve("images");
    private static final Path RESOURCES = Path.of("src/test/resources/align");

    @TempDir
    Path folder;

    private static BufferedImage face(String name) {
        return ImageFile.read(FACES.resolve(name).resolve(name + "_0001.jpg"));
    }

    private static byte[] bytes(BufferedImage image) {
        return ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    }

    private static int furthest(BufferedImage a, BufferedImage b) {
        int most = 0;
        for (int i = 0; i < bytes(a).length; i++) {
            most = Math.max(most, Math.abs((bytes(a)[i] & 0xFF) - (bytes(b)[i] & 0xFF)));
        }
        return most;
    }

    /** opencv-python.csv: name, 15 numbers of the detector, 128 of SFace, made a unit vector; NAME.png: its aligned crop. OpenCV 5.0.0. */
    @Test
    void facesAndEmbeddingsAreThoseOfOpenCvInPython() throws Exception {
        try (FaceFinder finder = FaceFinder.of(FaceFiles.yunet()); SFace network = SFace.of(FaceFiles.sface())) {
            for (String line : Files.readAllLines(RESOURCES.resolve("opencv-python.csv"))) {
                String[] cells = line.split(",");
                double[] expected = Arrays.stream(cells).skip(1).mapToDouble(Double::parseDouble).toArray();
                Face found = finder.find(face(cells[0])).taken().orElseThrow();
                assertEquals(expected[0], found.x(), 0.3);
                for (int i = 0; i < 5; i++) { // a JPEG's decoders differ by a grey level
                    assertEquals(expected[4 + 2 * i], found.landmarks().get(i).x(), 0.3);
                    assertEquals(expected[5 + 2 * i], found.landmarks().get(i).y(), 0.3);
                }
                assertEquals(expected[14], found.score(), 0.01);
                float[] embedding = network.embed(ImageFile.read(RESOURCES.resolve(cells[0] + ".png")));
                for (int i = 0; i < SFace.DIMENSIONS; i++) {
                    assertEquals(expected[15 + i], embedding[i], 1e-4, cells[0] + " " + i);
                }
            }
        }
    }

    @Test
    void theCropIsOpenCvsWithinOneLevel() {
        try (FaceFinder finder = FaceFinder.of(FaceFiles.yunet()); FaceRecognizerSF openCv = FaceRecognizerSF.create(FaceFiles.sface().toString(), "")) {
            for (String name : List.of("g0001", "g0002", "g0003", "g0010")) {
                BufferedImage image = face(name);
                Face face = finder.find(image).taken().orElseThrow();
                try (Mat whole = OpenCv.matrix(image); Mat row = new Mat(1, 15, opencv_core.CV_32F); Mat crop = new Mat()) {
                    try (FloatIndexer numbers = row.createIndexer()) {
                        for (int i = 0; i < 5; i++) {
                            numbers.put(0, 4 + 2 * i, (float) face.landmarks().get(i).x());
                            numbers.put(0, 5 + 2 * i, (float) face.landmarks().get(i).y());
                        }
                    }
                    openCv.alignCrop(whole, row, crop);
                    int furthest = furthest(OpenCv.image(crop), FaceAlignment.crop(image, face, 112));
                    assertTrue(furthest <= 1, name + " " + furthest);
                }
            }
        }
    }

    @Test
    void ofTwentyFacesTheOneNearestTheMiddleIsTaken() {
        BufferedImage crowd = new BufferedImage(5 * 160, 4 * 160, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D g = crowd.createGraphics();
        for (int i = 0; i < 20; i++) {
            g.drawImage(face(String.format("g%04d", i + 1)), 160 * (i % 5) + 16, 160 * (i / 5) + (i == 12 ? 0 : 16), null);
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
    void fiftyMegapixelsGreyAndAnImageWithoutAFace() {
        try (FaceFinder finder = FaceFinder.of(FaceFiles.yunet())) {
            BufferedImage small = face("g0001");
            Face face = finder.find(small).taken().orElseThrow();
            BufferedImage large = new BufferedImage(8192, 6144, BufferedImage.TYPE_3BYTE_BGR);
            Graphics2D g = large.createGraphics();
            g.drawImage(small, 2048, 1024, 4096, 4096, null);
            g.dispose();
            Face there = new Face(0, 0, 1, 1, face.landmarks().stream().map(at -> new Face.Landmark(2047.5 + 32 * (at.x() + 0.5), 1023.5 + 32 * (at.y() + 0.5))).toList(), 1);
            double sum = 0;
            byte[] expected = bytes(FaceAlignment.crop(small, face, 112));
            byte[] crop = bytes(FaceAlignment.crop(large, there, 112));
            for (int i = 0; i < crop.length; i++) {
                sum += Math.abs((crop[i] & 0xFF) - (expected[i] & 0xFF));
            }
            assertTrue(sum / crop.length < 4, "levels between the crops of the same face, small and large: " + sum / crop.length);
            Face found = finder.find(large).taken().orElseThrow();
            for (int i = 0; i < 5; i++) {
                Face.Landmark at = found.landmarks().get(i);
                assertTrue(Math.hypot(at.x() - there.landmarks().get(i).x(), at.y() - there.landmarks().get(i).y()) < 0.1 * found.width(), i + " " + at + there);
            }
            assertEquals("no face found", finder.find(new BufferedImage(300, 200, BufferedImage.TYPE_3BYTE_BGR)).remark());
            BufferedImage grey = new BufferedImage(small.getWidth(), small.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
            grey.createGraphics().drawImage(small, 0, 0, null);
            Path file = folder.resolve("grey.png");
            assertEquals(true, write(grey, file));
            assertEquals(1, finder.find(ImageFile.read(file)).faces().size());
        }
    }

    private static boolean write(BufferedImage image, Path file) {
        try {
            return ImageIO.write(image, "png", file.toFile());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void anotherNetworkIsNamed() throws Exception {
        Path yunet = FaceFiles.yunet();
        Path sface = FaceFiles.sface();
        assertEquals(yunet + " is not SFace, or is damaged. Set FACET_SFACE to the file of SFace, face_recognition_sface_2021dec.onnx, or unset it: then Facet fetches it.",
                assertThrows(FacetException.class, () -> SFace.of(yunet)).getMessage());
        assertEquals(sface + " is not YuNet, or is damaged. Set FACET_YUNET to the file of YuNet, face_detection_yunet_2023mar.onnx, or unset it: then Facet fetches it.",
                assertThrows(FacetException.class, () -> FaceFinder.of(sface)).getMessage());
        Path text = Files.writeString(folder.resolve("text.onnx"), "not a network");
        assertTrue(assertThrows(FacetException.class, () -> FaceFinder.of(text)).getMessage().startsWith(text + " is not YuNet, or is damaged."));
    }

    @Test
    void whatWasAlignedIsReadAndNotMadeAgain() throws Exception {
        Path image = Files.copy(FACES.resolve("g0001/g0001_0001.jpg"), folder.resolve("a.jpg"));
        Path none = folder.resolve("none.png");
        write(new BufferedImage(64, 64, BufferedImage.TYPE_3BYTE_BGR), none);
        try (AlignedImages images = AlignedImages.of(FaceFinder.of(FaceFiles.yunet()), 112, folder.resolve("cache"))) {
            List<AlignedImages.Aligned> first = images.all(List.of(image, none), Progress.silent());
            assertEquals(none, first.get(1).crop());
            assertEquals(112, ImageFile.read(first.get(0).crop()).getWidth());
            Files.write(first.get(0).crop(), new byte[] {1});
            assertEquals(first, images.all(List.of(image, none), Progress.silent()));
            assertEquals(1, Files.size(first.get(0).crop()));
            assertEquals(List.of("No face was found on 1 of 2 images. They were taken whole: " + none + "."), AlignedSource.notes(first));
            Thread.currentThread().interrupt();
            assertEquals("Stopped after 0 of 2 images. The same command takes it up again.",
                    assertThrows(FacetException.class, () -> images.all(List.of(image, none), Progress.silent())).getMessage());
            assertTrue(Thread.interrupted());
        }
    }
}
