package facet.data.image;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Inputs of which training shows random views. They are drawn by seed, epoch and the image's place in the epoch alone, so that a resumed run needs no saved random
 * state. What is measured is shown as it is.
 *
 * @param inputs of the images and their views
 * @param flip whether an image is mirrored with probability 1/2, as torchvision's RandomHorizontalFlip
 * @param crop whether a square part of the resized image is shown, at any place with equal probability, of 64 to 100 % of its area (80 to 100 % of its side), drawn
 *     evenly: torchvision's RandomResizedCrop with scale (0.64, 1) and ratio (1, 1). Its standard scale, from 8 % on, would often show a chin or an ear alone
 * @param seed of the draws
 */
public record RandomViews(Inputs inputs, boolean flip, boolean crop, long seed) implements Inputs {

    private static final double LEAST_AREA = 0.64;

    @Override
    public Feed epoch(List<List<Path>> batches, int epoch) {
        List<List<View>> views = new ArrayList<>();
        long place = 0;
        for (List<Path> batch : batches) {
            List<View> shown = new ArrayList<>();
            for (Path image : batch) {
                shown.add(view(image, epoch, place++));
            }
            views.add(shown);
        }
        return views(views);
    }

    @Override
    public Feed views(List<List<View>> batches) {
        return inputs.views(batches);
    }

    @Override
    public boolean needsBackbone() {
        return inputs.needsBackbone();
    }

    /**
     * Draws the view of an image.
     *
     * @param epoch from 1
     * @param place of the image among all of the epoch, from 0
     */
    View view(Path image, int epoch, long place) {
        long ofEpoch = new SplittableRandom(seed).nextLong() + epoch; // each is mixed before the next is added: neighbours have nothing in common
        SplittableRandom draws = new SplittableRandom(new SplittableRandom(ofEpoch).nextLong() + place);
        boolean mirrored = draws.nextBoolean();
        double side = Math.sqrt(draws.nextDouble(LEAST_AREA, 1));
        Crop part = new Crop(side, draws.nextDouble(), draws.nextDouble());
        return new View(image, flip && mirrored, crop ? part : Crop.WHOLE);
    }
}
