package facet.study;

import facet.align.Align;
import facet.align.AlignedImages;
import facet.align.AlignedImages.Aligned;
import facet.align.AlignmentNotes;
import facet.io.Progress;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What an experiment learns from and is tested on.
 *
 * @param data generated, lfw, or the absolute path of a folder or CSV ({@link AbsolutePath} makes it of what a user wrote)
 * @param triplets how many triplets of each part are used at the most; 0 is all
 * @param size of an image's side in pixels
 * @param splitSeed of the split: with the same one, runs of other seeds are tested on the same triplets
 * @param align whether faces are found and aligned first; an image without a face is taken whole
 */
public record Faces(String data, int triplets, int size, long splitSeed, Align align) {

    /** The network halves an image five times. */
    public static final int LEAST_SIZE = 32;
    /** An image is 3 * size * size numbers, and a batch of them has to fit the memory. */
    public static final int MOST_SIZE = 2048;

    static final Setting<String> DATA = new Setting<>("data", SettingKind.TEXT, null,
            "The faces to train on; DIR holds a folder a person, FILE.csv lists triplets.");
    static final Setting<Integer> TRIPLETS = new Setting<>("groups", SettingKind.WHOLE, 0, triplets -> triplets >= 0, "0 for all, or a number of triplets",
            "Use at most so many triplets of each part; 0 is all. Default: 0.");
    static final Setting<Integer> SIZE = new Setting<>("size", SettingKind.PIXELS, 224, size -> size >= LEAST_SIZE && size <= MOST_SIZE,
            "from " + LEAST_SIZE + " to " + MOST_SIZE + " pixels", "Side of the resized images. Default: 224.");
    static final Setting<Long> SPLIT_SEED = new Setting<>("split", "splitSeed", SettingKind.SEED, 42L, seed -> true, "a whole number",
            "Decides who is trained and tested on. Default: 42.");

    static final Setting<Align> ALIGN = new Setting<>("align", SettingKind.choice(Align.class), Align.NONE,
            "none, or eyes: each face is found and aligned by eyes, nose and mouth. Default: none.");

    static Faces of(Settings settings) {
        return new Faces(settings.value(DATA), settings.value(TRIPLETS), settings.value(SIZE), settings.value(SPLIT_SEED), settings.value(ALIGN));
    }

    Settings values() {
        return Settings.STANDARD.with(DATA, data).with(TRIPLETS, triplets).with(SIZE, size).with(SPLIT_SEED, splitSeed).with(ALIGN, align);
    }

    /** @return for each image the file that a network sees: the aligned face, where faces are aligned */
    UnaryOperator<Path> shown(Collection<Path> images, Progress progress) {
        if (align == Align.NONE) {
            return image -> image;
        }
        try (AlignedImages faces = AlignedImages.open(size, progress)) {
            List<Aligned> aligned = faces.all(images, progress);
            AlignmentNotes.of(aligned).forEach(note -> progress.report("aligned faces", 1, 1, note));
            Map<Path, Path> crops = new HashMap<>();
            aligned.forEach(image -> crops.put(image.image(), image.crop()));
            return crops::get;
        }
    }
}
