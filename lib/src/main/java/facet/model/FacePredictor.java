package facet.model;

import ai.djl.Model;
import ai.djl.inference.Predictor;
import ai.djl.modality.cv.Image;
import facet.data.image.ImageLoader;

/** A DJL predictor that owns what it was made with: DJL's closes neither its model nor what its translator holds. */
final class FacePredictor extends Predictor<Image, float[]> {

    private final ImageLoader loader;

    FacePredictor(FaceEmbedder network, int imageSize) {
        this(model(network), new ImageLoader(imageSize));
    }

    private FacePredictor(Model model, ImageLoader loader) {
        super(model, new FaceTranslator(loader), model.getNDManager().getDevice(), false);
        this.loader = loader;
    }

    private static Model model(FaceEmbedder network) {
        Model model = Model.newInstance("facet");
        model.setBlock(network);
        return model;
    }

    /** Closes the predictor; the network stays as it is. */
    @Override
    public void close() {
        super.close();
        model.close();
        loader.close();
    }
}
