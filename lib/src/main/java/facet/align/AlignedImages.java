package facet.align;

import facet.data.image.ImageFile;
import facet.io.AtomicFile;
import facet.io.DataHome;
import facet.io.FacetException;
import facet.io.Progress;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;

/**
 * The aligned faces of image files, made once: what was found and what was cut out are kept by the SHA-256 of the image and of the detector, so that a stop
 * loses only the image at work.
 */
public final class AlignedImages implements AutoCloseable {

    private static final int DIGITS = 12;

    /**
     * An image and its aligned face.
     *
     * @param image the file
     * @param found its faces
     * @param crop the file of the aligned face; the image itself where no face was found
     */
    public record Aligned(Path image, FoundFaces found, Path crop) { }

    private final FaceFinder finder;
    private final int side;
    private final Path folder;

    private AlignedImages(FaceFinder finder, int side, Path folder) {
        this.finder = finder;
        this.side = side;
        this.folder = folder;
    }

    /**
     * Opens the detector and the aligned faces of a size that are kept in FACET_CACHE.
     *
     * @param side of the aligned faces, in pixels
     * @throws FacetException as {@link FaceFinder#open}
     */
    public static AlignedImages open(int side, Progress progress) {
        return of(FaceFinder.open(progress), side, DataHome.find().cache().resolve("aligned"));
    }

    /** Opens the same with a detector, which is closed with it, and a folder. */
    static AlignedImages of(FaceFinder finder, int side, Path cache) {
        return new AlignedImages(finder, side, cache.resolve(FaceModels.sha256(finder.model()).substring(0, DIGITS)));
    }

    /**
     * Aligns images, in their order.
     *
     * @throws FacetException where one can't be read, or the thread was interrupted, which it stays
     */
    public List<Aligned> all(Collection<Path> images, Progress progress) {
        List<Aligned> all = new ArrayList<>();
        int none = 0;
        progress.report("align", 0, images.size(), "");
        for (Path image : images) {
            if (Thread.currentThread().isInterrupted()) {
                throw new FacetException("Stopped after " + all.size() + " of " + images.size() + " images. The same command goes on from there.");
            }
            all.add(one(image));
            none += all.get(all.size() - 1).found().faces().isEmpty() ? 1 : 0;
            progress.report("align", all.size(), images.size(), none == 0 ? "" : none + " without a face, taken whole");
        }
        return all;
    }

    /** Aligns one image; throws a FacetException where it can't be read. */
    public Aligned one(Path image) {
        String sum = FaceModels.sha256(image);
        Path faces = folder.resolve(sum + ".csv");
        Path crop = folder.resolve(sum + "-" + side + ".png");
        Optional<FoundFaces> kept = KeptFaces.read(faces);
        if (kept.isPresent() && (kept.get().faces().isEmpty() || Files.exists(crop))) {
            return new Aligned(image, kept.get(), kept.get().faces().isEmpty() ? image : crop);
        }
        BufferedImage pixels = ImageFile.read(image);
        FoundFaces found = kept.orElseGet(() -> finder.find(pixels));
        found.taken().ifPresent(face -> AtomicFile.write(crop, png -> ImageIO.write(FaceAlignment.crop(pixels, face, side), "png", png)));
        if (kept.isEmpty()) {
            KeptFaces.write(faces, found);
        }
        return new Aligned(image, found, found.faces().isEmpty() ? image : crop);
    }

    @Override
    public void close() {
        finder.close();
    }
}
