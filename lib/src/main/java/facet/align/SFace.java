package facet.align;

import facet.io.Progress;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import org.bytedeco.javacpp.indexer.FloatIndexer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_objdetect.FaceRecognizerSF;

/**
 * SFace (Zhong et al. 2021), a MobileFaceNet trained on faces: a yardstick beside networks that were trained here. It is compared by the cosine of its
 * embeddings. They are made unit vectors, whose squared Euclidean distance is 2 - 2 cosine: the same order, in the measure of the other networks.
 */
public final class SFace implements AutoCloseable {

    /** The dimensions of an embedding. */
    public static final int DIMENSIONS = 128;

    private final FaceRecognizerSF network;

    private SFace(FaceRecognizerSF network) {
        this.network = network;
    }

    /** Opens SFace, the copy that FACET_SFACE names or the one of data/cache; throws a FacetException where there is none, or OpenCV is missing. */
    public static SFace open(Progress progress) {
        return of(FaceModels.open(FaceModels.SFACE, progress));
    }

    /**
     * Opens a file of SFace.
     *
     * @throws facet.io.FacetException where it is another network or damaged, or OpenCV is missing
     */
    public static SFace of(Path model) {
        OpenCv.load();
        try {
            SFace network = new SFace(FaceRecognizerSF.create(model.toString(), ""));
            network.embed(new BufferedImage(FaceAlignment.SFACE_SIDE, FaceAlignment.SFACE_SIDE, BufferedImage.TYPE_3BYTE_BGR));
            return network;
        } catch (RuntimeException e) { // OpenCV's, where it can't read or run the file
            throw FaceModels.refusal(model, FaceModels.SFACE, e);
        }
    }

    /**
     * Embeds an aligned face.
     *
     * @param crop 112 x 112 pixels, of type 3BYTE_BGR
     * @return 128 numbers, a unit vector
     */
    public float[] embed(BufferedImage crop) {
        if (crop.getWidth() != FaceAlignment.SFACE_SIDE || crop.getHeight() != FaceAlignment.SFACE_SIDE) {
            throw new IllegalArgumentException("SFace takes 112 x 112 pixels, not " + crop.getWidth() + " x " + crop.getHeight() + ".");
        }
        try (Mat pixels = OpenCv.matrix(crop); Mat feature = new Mat()) {
            network.feature(pixels, feature);
            if (feature.total() != DIMENSIONS) {
                throw new IllegalStateException("an embedding of " + feature.total() + " dimensions");
            }
            try (FloatIndexer numbers = feature.createIndexer()) {
                float[] embedding = new float[DIMENSIONS];
                numbers.get(0, embedding);
                return unit(embedding);
            }
        }
    }

    private static float[] unit(float[] embedding) {
        double sum = 0;
        for (float x : embedding) {
            sum += (double) x * x;
        }
        double length = Math.sqrt(sum);
        for (int i = 0; i < embedding.length; i++) {
            embedding[i] /= (float) length;
        }
        return embedding;
    }

    @Override
    public void close() {
        network.close();
    }
}
