package facet.align;

import facet.io.Progress;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.indexer.FloatIndexer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_objdetect.FaceDetectorYN;

/**
 * Finds faces with YuNet (Wu et al. 2023). A larger image is searched at 1024 pixels, and where no face is found there, at 512, 256 and 128: a face that fills
 * a large image is too large to be found. Not for several threads at once.
 */
public final class FaceFinder implements AutoCloseable {

    private static final int LONGEST = 1024; // side that is searched
    private static final int SHORTEST = 128;

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
        int side = Math.max(image.getWidth(), image.getHeight());
        try (Mat whole = OpenCv.matrix(image)) {
            List<Face> faces = find(whole, Math.min(LONGEST, side));
            for (int longest = LONGEST / 2; faces.isEmpty() && longest >= SHORTEST; longest /= 2) {
                faces = longest < side ? find(whole, longest) : faces;
            }
            return new FoundFaces(image.getWidth(), image.getHeight(), faces);
        }
    }

    /** The faces on an image that is made so small, in pixels of the image. */
    private List<Face> find(Mat whole, int longest) {
        double scale = (double) longest / Math.max(whole.cols(), whole.rows());
        try (Size size = new Size((int) Math.max(1, Math.round(whole.cols() * scale)), (int) Math.max(1, Math.round(whole.rows() * scale)));
                Mat small = new Mat();
                Size padded = new Size(Math.max(SHORTEST, size.width()), Math.max(SHORTEST, size.height()));
                Scalar black = new Scalar(0, 0, 0, 0);
                Mat found = new Mat()) {
            opencv_imgproc.resize(whole, small, size, 0, 0, opencv_imgproc.INTER_AREA);
            // On images less than some 32 pixels wide or high OpenCV 4.13 finds faces at places that are not finite.
            opencv_core.copyMakeBorder(small, small, 0, padded.height() - size.height(), 0, padded.width() - size.width(), opencv_core.BORDER_CONSTANT, black);
            detector.setInputSize(padded);
            detector.detect(small, found);
            return faces(found, (double) whole.cols() / size.width(), (double) whole.rows() / size.height());
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
