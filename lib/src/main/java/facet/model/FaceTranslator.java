package facet.model;

import ai.djl.modality.cv.BufferedImageFactory;
import ai.djl.modality.cv.Image;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.translate.Batchifier;
import ai.djl.translate.Translator;
import ai.djl.translate.TranslatorContext;
import facet.data.image.ImageLoader;
import java.awt.image.BufferedImage;
import java.util.List;

/** Translates a DJL image into an embedding, prepared exactly as in training. */
final class FaceTranslator implements Translator<Image, float[]> {

    private final ImageLoader loader;

    /** Makes a translator with a loader that the predictor owns. */
    FaceTranslator(ImageLoader loader) {
        this.loader = loader;
    }

    @Override
    public NDList processInput(TranslatorContext context, Image image) {
        if (!(image.getWrappedImage() instanceof BufferedImage pixels)) {
            throw new IllegalArgumentException("Facet takes images of DJL's " + BufferedImageFactory.class.getSimpleName() + ".");
        }
        try (NDArray one = loader.batch(context.getNDManager(), List.of(loader.pixels(pixels)))) {
            return new NDList(one.squeeze(0));
        }
    }

    @Override
    public float[] processOutput(TranslatorContext context, NDList embedding) {
        return embedding.singletonOrThrow().toFloatArray();
    }

    @Override
    public Batchifier getBatchifier() {
        return Batchifier.STACK;
    }
}
