package facet.align;

import facet.io.FacetException;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_objdetect;
import org.bytedeco.opencv.opencv_core.Mat;

/** OpenCV's libraries, and images in its form. */
final class OpenCv {

    /** The sentence where they are missing, or can't be unpacked. */
    static final String MISSING = "OpenCV's libraries, which find and align faces, can't be loaded. They are there for Linux and Windows on x86-64 and macOS on Apple silicon,"
            + " and take 150 MB in FACET_CACHE.";

    private OpenCv() { }

    /** Loads the libraries; throws a FacetException where they are not on the class path, or not for this system. */
    static void load() {
        // JavaCPP refuses to work once the process, PyTorch included, takes twice Java's heap.
        System.setProperty("org.bytedeco.javacpp.maxPhysicalBytes", "0");
        try {
            Loader.load(opencv_objdetect.class);
        } catch (LinkageError e) { // of JavaCPP's first class or of a library
            throw new FacetException(MISSING, e);
        }
    }

    /** @return a copy, [height, width, BGR] bytes, to be closed */
    static Mat matrix(BufferedImage image) {
        if (image.getType() != BufferedImage.TYPE_3BYTE_BGR || image.getRaster().getParent() != null) {
            throw new IllegalArgumentException("an image as ImageFile reads it");
        }
        Mat matrix = new Mat(image.getHeight(), image.getWidth(), opencv_core.CV_8UC3);
        try (BytePointer data = matrix.data()) {
            data.put(((DataBufferByte) image.getRaster().getDataBuffer()).getData());
        }
        return matrix;
    }

    /** @return a copy of [height, width, BGR] bytes that lie without gaps, as ImageFile reads images */
    static BufferedImage image(Mat matrix) {
        BufferedImage image = new BufferedImage(matrix.cols(), matrix.rows(), BufferedImage.TYPE_3BYTE_BGR);
        try (BytePointer data = matrix.data()) {
            data.get(((DataBufferByte) image.getRaster().getDataBuffer()).getData());
        }
        return image;
    }
}
