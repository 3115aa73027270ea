package facet.align;

import facet.io.Progress;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.indexer.FloatIndexer;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_objdetect.FaceDetectorYN;

/**
 * Finds faces with YuNet (Wu et al. 2023). A larger image is searched at 1024 pixels, where faces of about 10 to 1000 pixels are found. Not for several
 * threads at once.
 */
public final class FaceFinder implements AutoCloseable {

    /** The longest side that is searched. */
    static final int LONGEST = 1024;

    // OpenCV's own, but for the score: its 0.9 passes over faces that are turned or small.
    private static final float LEAST_SCORE = 0.6f;
    private static final float OVERLAP = 0.3f;
    private static final int MOST = 5000;
    private static final int FIRST_LANDMARK = 4; // columns of a found face: x, y, width, height, five pairs, score
    private static final int SCORE = FIRST_LANDMARK + 2 * Face.LANDMARKS;

    private final Path model;
    private final FaceDetectorYN detector;

    private FaceFinder(Path model, FaceDetectorYN detector) {
        this.model = model;
        this.detector = detector;
    }

    /** Opens YuNet, the copy that FACET_YUNET names or the one of data/cache; throws a FacetException where there is none, or OpenCV is missing. */
    public static FaceFinder open(Progress progress) {
        return of(FaceModels.open(FaceModels.YUNET, progress));
    }

    /**
     * Opens a file of YuNet.
     *
     * @throws facet.io.FacetException where it is another network or damaged, or OpenCV is missing
     */
    public static FaceFinder of(Path model) {
        OpenCv.load();
        byte[] network = YuNetFile.read(model);
        try (Size any = new Size(320, 320)) {
            FaceFinder finder = new FaceFinder(model, FaceDetectorYN.create("onnx", network, new byte[0], any, LEAST_SCORE, OVERLAP, MOST, 0, 0));
            finder.find(new BufferedImage(64, 64, BufferedImage.TYPE_3BYTE_BGR)); // another network fails only here
            return finder;
        } catch (RuntimeException e) {
            throw FaceModels.refusal(model, FaceModels.YUNET, e);
        }
    }

    /** @return the file of the detector */
    Path model() {
        return model;
    }

    /**
     * Finds the faces of an image.
     *
     * @param image of type 3BYTE_BGR, as {@link facet.data.image.ImageFile} reads it
     */
    public FoundFaces find(BufferedImage image) {
        double scale = Math.min(1, (double) LONGEST / Math.max(image.getWidth(), image.getHeight()));
        try (Mat whole = OpenCv.matrix(image);
                Size size = new Size((int) Math.max(1, Math.round(image.getWidth() * scale)), (int) Math.max(1, Math.round(image.getHeight() * scale)));
                Mat small = new Mat();
                Mat found = new Mat()) {
            if (scale < 1) {
                opencv_imgproc.resize(whole, small, size, 0, 0, opencv_imgproc.INTER_AREA);
            }
            detector.setInputSize(size);
            detector.detect(scale < 1 ? small : whole, found);
            return new FoundFaces(image.getWidth(), image.getHeight(), faces(found, (double) image.getWidth() / size.width(), (double) image.getHeight() / size.height()));
        }
    }

    private static List<Face> faces(Mat found, double across, double down) {
        List<Face> faces = new ArrayList<>();
        if (found.empty()) {
            return faces;
        }
        try (FloatIndexer numbers = found.createIndexer()) {
            for (int row = 0; row < found.rows(); row++) {
                List<Face.Landmark> landmarks = new ArrayList<>();
                for (int at = FIRST_LANDMARK; at < SCORE; at += 2) {
                    landmarks.add(new Face.Landmark((numbers.get(row, at) + 0.5) * across - 0.5, (numbers.get(row, at + 1) + 0.5) * down - 0.5));
                }
                faces.add(new Face(numbers.get(row, 0) * across, numbers.get(row, 1) * down, numbers.get(row, 2) * across, numbers.get(row, 3) * down,
                        landmarks, numbers.get(row, SCORE)));
            }
        }
        return faces;
    }

    @Override
    public void close() {
        detector.close();
    }
}
