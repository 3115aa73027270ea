package facet.align;

import facet.data.image.ImageFile;
import facet.data.image.ImageLoader;
import facet.io.Progress;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** SFace on the aligned face of an image, or on the whole image where none was found. Keeps no image; not for several threads at once. */
final class AlignedSFace implements SFaceJudge.Embedder {

    private final FaceFinder finder;
    private final SFace network;
    private final ImageLoader loader = new ImageLoader(FaceAlignment.SFACE_SIDE);
    private int faceless;

    /** Opens the files of both networks; throws a FacetException where one is another network, or OpenCV is missing. */
    AlignedSFace(Path yunet, Path sface) {
        finder = FaceFinder.of(yunet);
        network = SFace.of(sface);
    }

    @Override
    public float[] embed(Path image) {
        BufferedImage pixels = ImageFile.read(image);
        Optional<Face> face = finder.find(pixels).taken();
        if (face.isPresent()) {
            return network.embed(FaceAlignment.crop(pixels, face.get(), FaceAlignment.SFACE_SIDE));
        }
        faceless++;
        float[][] embedding = new float[1][];
        new SFaceSource(network, loader).each(List.of(image), Progress.silent(), (file, numbers) -> embedding[0] = numbers);
        return embedding[0];
    }

    @Override
    public int faceless() {
        return faceless;
    }

    @Override
    public void close() {
        finder.close();
        network.close();
        loader.close();
    }
}
