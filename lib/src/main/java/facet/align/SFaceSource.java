package facet.align;

import facet.data.image.ImageLoader;
import facet.io.FacetException;
import facet.io.Progress;
import facet.model.EmbeddingSource;
import facet.model.Embeddings;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.nio.file.Path;
import java.util.Collection;

/**
 * SFace's embeddings of image files, resized to 112 x 112 where they are not.
 *
 * @param network SFace
 * @param loader of images of 112 x 112 pixels
 */
public record SFaceSource(SFace network, ImageLoader loader) implements EmbeddingSource {

    @Override
    public void each(Collection<Path> images, Progress progress, Embeddings.Receiver receiver) {
        int done = 0;
        progress.report("embed", done, images.size(), "");
        for (Path image : images) {
            receiver.take(image, network.embed(bgr(loader.load(image))));
            progress.report("embed", ++done, images.size(), "");
            if (Thread.currentThread().isInterrupted()) { // it stays set, for those above
                throw new FacetException("Stopped after " + done + " of " + images.size() + " images.");
            }
        }
    }

    private static BufferedImage bgr(byte[] rgb) {
        BufferedImage image = new BufferedImage(FaceAlignment.SFACE_SIDE, FaceAlignment.SFACE_SIDE, BufferedImage.TYPE_3BYTE_BGR);
        byte[] bytes = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < rgb.length; i += 3) {
            bytes[i] = rgb[i + 2];
            bytes[i + 1] = rgb[i + 1];
            bytes[i + 2] = rgb[i];
        }
        return image;
    }
}
