package facet.align;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import facet.data.image.ImageNetColours;
import facet.io.FacetException;
import facet.io.Progress;
import facet.io.Sha256;
import facet.model.net.Body;
import facet.model.net.Level;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_dnn;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;
import org.bytedeco.opencv.opencv_core.StringVector;
import org.bytedeco.opencv.opencv_dnn.Net;

/**
 * SFace as a backbone: the last activation at 56, 28, 14 and 7 pixels is C2, C3, C4 and C5, with 128, 256, 512 and 1024 channels, by its name in the graph.
 * OpenCV computes them one image after the other, so that an image has the same maps in every batch. Nothing of it is trained. Not for several threads at once.
 */
public final class SFaceBody extends AbstractBlock implements Body {

    private static final String NAME = "SFace";
    private static final List<String> LAYERS = List.of("conv_4_relu", "conv_6_relu", "conv_12_relu", "conv_14_relu");
    private static final int CHANNELS = 128;
    private static final int FINEST = 56;
    private static final int SIDE = FaceAlignment.SFACE_SIDE;

    private final Net network;
    private final StringVector layers = new StringVector();
    private final String text;

    private SFaceBody(Net network, String text) {
        this.network = network;
        this.text = text;
        LAYERS.forEach(layer -> layers.push_back("onnx_node!" + layer)); // as OpenCV's importer names them
    }

    /** Opens SFace, the copy that FACET_SFACE names or the one of data/cache; throws a FacetException where there is none, or OpenCV is missing. */
    public static SFaceBody open(Progress progress) {
        return of(FaceModels.open(FaceModels.SFACE, progress));
    }

    /**
     * Opens a file of SFace.
     *
     * @throws FacetException where it is another network or damaged, or OpenCV is missing
     */
    public static SFaceBody of(Path model) {
        OpenCv.load();
        try {
            SFaceBody body = new SFaceBody(opencv_dnn.readNetFromONNX(model.toString()), "sface " + Sha256.of(model));
            body.run(new float[3 * SIDE * SIDE], new float[LAYERS.size()][], 0); // another network fails only here
            return body;
        } catch (RuntimeException | IOException e) {
            throw FaceModels.refusal(model, FaceModels.SFACE, e);
        }
    }

    /** @return the network that a level makes of it, for people: such as SFace + FPN P2 */
    public static String named(Level level) {
        return level.network(NAME);
    }

    @Override
    public String network(Level level) {
        return named(level);
    }

    @Override
    public int channels() {
        return CHANNELS;
    }

    @Override
    public String text() {
        return text;
    }

    /** Computes the maps C2..C5 of images [N, 3, 112, 112], normalised as {@link facet.data.image.ImageLoader} does. */
    @Override
    protected NDList forwardInternal(ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
        NDArray images = inputs.singletonOrThrow();
        int n = Math.toIntExact(images.getShape().get(0));
        if (images.getShape().get(2) != SIDE || images.getShape().get(3) != SIDE) {
            throw new FacetException("SFace takes 112 x 112 pixels, not " + images.getShape().get(2) + " x " + images.getShape().get(3) + ". Set the size to 112.");
        }
        Shape[] shapes = getOutputShapes(new Shape[] {images.getShape()});
        float[][] maps = new float[shapes.length][];
        for (int map = 0; map < maps.length; map++) {
            maps[map] = new float[Math.toIntExact(shapes[map].size())];
        }
        float[] numbers = images.toFloatArray();
        float[] levels = new float[numbers.length / n];
        for (int image = 0; image < n; image++) {
            for (int i = 0; i < levels.length; i++) {
                levels[i] = ImageNetColours.level(i / (SIDE * SIDE), numbers[image * levels.length + i]);
            }
            run(levels, maps, image);
        }
        NDList made = new NDList();
        for (int map = 0; map < maps.length; map++) {
            made.add(images.getManager().create(maps[map], shapes[map]));
        }
        return made;
    }

    /** Computes the maps of levels R, G, B [3, 112, 112] and puts them where those of an image belong; nowhere where there is no room for a map. */
    private void run(float[] levels, float[][] maps, int image) {
        try (Mat input = new Mat(new int[] {1, 3, SIDE, SIDE}, opencv_core.CV_32F); FloatPointer pixels = new FloatPointer(input.data());
                MatVector outputs = new MatVector()) {
            pixels.put(levels);
            network.setInput(input);
            network.forward(outputs, layers);
            for (int map = 0; map < maps.length; map++) {
                int length = Math.toIntExact(shape(1, map).size());
                try (Mat output = outputs.get(map); FloatPointer numbers = new FloatPointer(output.data())) {
                    if (output.total() != length) {
                        throw new IllegalStateException("a map of " + output.total() + " numbers");
                    }
                    if (maps[map] != null) {
                        numbers.get(maps[map], image * length, length);
                    }
                }
            }
        }
    }

    private static Shape shape(long n, int map) {
        return new Shape(n, CHANNELS << map, FINEST >> map, FINEST >> map);
    }

    @Override
    public Shape[] getOutputShapes(Shape[] images) {
        long n = images[0].get(0);
        return new Shape[] {shape(n, 0), shape(n, 1), shape(n, 2), shape(n, 3)};
    }

    @Override
    public void close() {
        layers.close();
        network.close();
    }
}
