package facet.align;

import facet.data.Judge;
import facet.io.DataHome;
import facet.io.FacetException;
import facet.io.Progress;
import facet.io.Turn;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToDoubleBiFunction;

/**
 * Judges by SFace on aligned faces: likeness is the cosine of two embeddings. They are kept in FACET_CACHE by the SHA-256 of the image, for this judge alone, so
 * that each image is judged once; of several programs at a time, one judges and the others wait. {@code environment/facet clean} deletes them.
 */
public final class SFaceJudge implements Judge {

    private static final int DIGITS = 12;
    private static final int A_SAVE = 128; // images

    /** Embeds one image after the other. */
    interface Embedder extends AutoCloseable {
        /** @return the embedding of an image's face, a unit vector of {@link SFace#DIMENSIONS} */
        float[] embed(Path image);

        /** @return how many images had no face, and were taken whole */
        default int faceless() {
            return 0;
        }

        @Override
        void close();
    }

    private final String name;
    private final Path folder;
    private final Supplier<Embedder> opener;

    /** Makes a judge of that name, which opens its networks only where an image is new. */
    SFaceJudge(String name, Path folder, Supplier<Embedder> opener) {
        this.name = name;
        this.folder = folder;
        this.opener = opener;
    }

    /** Finds the files of YuNet and SFace, those that FACET_YUNET and FACET_SFACE name or those of data/cache; throws a FacetException where they can't be had. */
    public static SFaceJudge open(Progress progress) {
        Path yunet = FaceModels.open(FaceModels.YUNET, progress);
        Path sface = FaceModels.open(FaceModels.SFACE, progress);
        return new SFaceJudge("sface " + FaceModels.sha256(sface).substring(0, DIGITS) + ", yunet " + FaceModels.sha256(yunet).substring(0, DIGITS), DataHome.find().cache().resolve("judge"),
                () -> new AlignedSFace(yunet, sface));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public ToDoubleBiFunction<Path, Path> likeness(Collection<Path> images, Progress progress) {
        Map<Path, float[]> embeddings = embeddings(images, progress);
        return (first, second) -> cosine(embeddings.get(first), embeddings.get(second));
    }

    private static double cosine(float[] first, float[] second) {
        double sum = 0;
        for (int i = 0; i < first.length; i++) {
            sum += (double) first[i] * second[i];
        }
        return sum;
    }

    private Map<Path, float[]> embeddings(Collection<Path> images, Progress progress) {
        Map<Path, String> sums = new LinkedHashMap<>();
        images.forEach(image -> sums.put(image, FaceModels.sha256(image)));
        Path file = folder.resolve(name.replaceAll("[ ,]+", "-") + ".embeddings");
        Map<String, float[]> kept = KeptEmbeddings.read(file, SFace.DIMENSIONS);
        if (kept.keySet().containsAll(sums.values())) {
            progress.report("judge", 1, 1, "read from what was kept");
        } else {
            try (Turn turn = Turn.await(folder.resolve("lock"), "wait for a program that judges the same", progress)) {
                kept = KeptEmbeddings.read(file, SFace.DIMENSIONS); // with what another program judged meanwhile
                judge(sums, kept, file, progress);
            } catch (InterruptedException | IOException e) {
                if (e instanceof InterruptedException) {
                    Thread.currentThread().interrupt();
                }
                throw new FacetException(Thread.currentThread().isInterrupted() ? "Stopped before the first image was judged; the same command begins anew."
                        : "Can't lock " + folder + ": is it a folder that you may write to? FACET_CACHE names another.", e);
            }
        }
        Map<Path, float[]> embeddings = new LinkedHashMap<>();
        for (Map.Entry<Path, String> image : sums.entrySet()) {
            embeddings.put(image.getKey(), kept.get(image.getValue()));
        }
        return embeddings;
    }

    /** Judges what is not kept and keeps it; what was judged before a stop is kept, too. */
    private void judge(Map<Path, String> sums, Map<String, float[]> kept, Path file, Progress progress) {
        Map<String, Path> missing = new LinkedHashMap<>(); // equal images once
        sums.forEach((image, sum) -> {
            if (!kept.containsKey(sum)) {
                missing.putIfAbsent(sum, image);
            }
        });
        int done = 0;
        progress.report("judge", done, missing.size(), "");
        try (Embedder embedder = opener.get()) {
            for (Map.Entry<String, Path> image : missing.entrySet()) {
                kept.put(image.getKey(), embedder.embed(image.getValue()));
                boolean stopped = Thread.currentThread().isInterrupted(); // it stays set, for those above
                if (++done % A_SAVE == 0 || done == missing.size() || stopped) {
                    KeptEmbeddings.write(file, kept);
                }
                if (stopped) {
                    throw new FacetException(String.format(Locale.ROOT, "Stopped after %,d of %,d images were judged. They are kept: the same command goes on from there.",
                            done, missing.size()));
                }
                progress.report("judge", done, missing.size(), embedder.faceless() == 0 ? "" : embedder.faceless() + " without a face, taken whole");
            }
        }
    }
}
