package facet.align;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.data.image.ImageFile;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacpp.indexer.FloatIndexer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_objdetect.FaceRecognizerSF;
import org.junit.jupiter.api.Test;

/** With the two networks, on generated faces: the numbers of OpenCV in Python. */
class SFaceTest {

    private static final Path RESOURCES = Path.of("src/test/resources/align");

    private static int furthest(BufferedImage a, BufferedImage b) {
        int most = 0;
        for (int i = 0; i < TestFaces.bytes(a).length; i++) {
            most = Math.max(most, Math.abs((TestFaces.bytes(a)[i] & 0xFF) - (TestFaces.bytes(b)[i] & 0xFF)));
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
                Face found = finder.find(TestFaces.face(cells[0])).taken().orElseThrow();
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
                BufferedImage image = TestFaces.face(name);
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
}
