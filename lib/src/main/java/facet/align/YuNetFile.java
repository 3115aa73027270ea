package facet.align;

import facet.io.FacetException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file of YuNet in the form that OpenCV 4 reads. There are two with the same parameters: OpenCV's, whose input has 640 x 640 pixels, and libfacedetection's
 * ({@code yunet_n_dynamic.onnx}), whose input has any size. OpenCV 4 refuses the second, and takes images of every size with the first.
 */
final class YuNetFile {

    private static final long MOST_BYTES = 16L << 20; // OpenCV's has 0.2 MB, libfacedetection's 0.3

    /** The shape of the input, [batch, 3, height, width] with names for dimensions, as Protocol Buffers write it. */
    private static final String ANY_SIZE = "\n\7\22\5batch\n\2\10\3\n\10\22\6height\n\7\22\5width";
    /** [1, 3, 640, 640] in as many bytes, so that no length before it changes: each dimension has a remark (field 3, "denotation") to fill its place. */
    private static final String FIXED_SIZE = "\n\7\10\1\32\3any\n\2\10\3\n\10\10\200\5\32\3any\n\7\10\200\5\32\2an";

    private YuNetFile() { }

    /** Reads the file, with an input of 640 x 640 pixels; throws a FacetException where it is far larger than YuNet, or can't be read. */
    static byte[] read(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw FaceModels.refusal(file, FaceModels.YUNET, null);
            }
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).replace(ANY_SIZE, FIXED_SIZE).getBytes(StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new FacetException("Can't read " + file + ": is it there, and readable?", e);
        }
    }
}
