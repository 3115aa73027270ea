package facet.align;

import facet.align.Face.Landmark;
import java.awt.image.BufferedImage;
import java.util.List;
import org.bytedeco.javacpp.indexer.DoubleIndexer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * Turns, scales and shifts a face so that its landmarks come to lie where those of SFace's training faces do. At 112 pixels it is the crop of OpenCV's
 * {@code FaceRecognizerSF.alignCrop}, within a grey level, unless the face is more than twice as large as the crop: then the image is reduced first. Other sizes see the same
 * part of the face. What lies beyond the image becomes black, as there.
 */
public final class FaceAlignment {

    /** The side of SFace's images. */
    public static final int SFACE_SIDE = 112;

    /** Where the landmarks of an aligned face lie, at 112 pixels: ArcFace's template (Deng et al. 2019), which OpenCV uses. */
    static final List<Landmark> TEMPLATE = List.of(new Landmark(38.2946, 51.6963), new Landmark(73.5318, 51.5014), new Landmark(56.0252, 71.7366),
            new Landmark(41.5493, 92.3655), new Landmark(70.7299, 92.2041));

    private FaceAlignment() { }

    /**
     * Cuts the aligned face out.
     *
     * @param image of type 3BYTE_BGR
     * @param side of the result in pixels
     * @return side x side pixels, of type 3BYTE_BGR
     */
    public static BufferedImage crop(BufferedImage image, Face face, int side) {
        double size = (double) side / SFACE_SIDE;
        Similarity fit = Similarity.fit(face.landmarks(), TEMPLATE.stream().map(place -> new Landmark(place.x() * size, place.y() * size)).toList());
        double before = fit.scale() < 0.5 ? 2 * fit.scale() : 1; // bilinear looks at four pixels: much smaller, it would alias
        OpenCv.load();
        try (Mat whole = OpenCv.matrix(image); Mat source = reduced(whole, before); Mat turn = matrix(fit.after(before)); Mat crop = new Mat();
                Size to = new Size(side, side); Scalar black = new Scalar(0, 0, 0, 0)) {
            opencv_imgproc.warpAffine(source, crop, turn, to, opencv_imgproc.INTER_LINEAR, opencv_core.BORDER_CONSTANT, black);
            return OpenCv.image(crop);
        }
    }

    private static Mat reduced(Mat whole, double factor) {
        Mat reduced = new Mat();
        if (factor == 1) {
            reduced.put(whole); // the same pixels
        } else {
            try (Size size = new Size((int) Math.max(1, Math.round(whole.cols() * factor)), (int) Math.max(1, Math.round(whole.rows() * factor)))) {
                opencv_imgproc.resize(whole, reduced, size, 0, 0, opencv_imgproc.INTER_AREA);
            }
        }
        return reduced;
    }

    private static Mat matrix(Similarity fit) {
        Mat matrix = new Mat(2, 3, opencv_core.CV_64F);
        try (DoubleIndexer numbers = matrix.createIndexer()) {
            numbers.put(0, 0, fit.a(), -fit.b(), fit.dx());
            numbers.put(1, 0, fit.b(), fit.a(), fit.dy());
        }
        return matrix;
    }
}
