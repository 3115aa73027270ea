package facet.cli;

import ai.djl.ndarray.NDManager;
import facet.align.Align;
import facet.data.image.ImageLoader;
import facet.io.DataHome;
import facet.io.FacetException;
import facet.io.Progress;
import facet.model.EmbeddingSource;
import facet.model.FaceEmbedder;
import facet.model.FiniteEmbeddings;
import facet.model.Pooling;
import facet.model.cache.CachedEmbeddings;
import facet.model.net.Level;
import facet.model.net.Precision;
import facet.model.weights.ModelProvenance;
import facet.model.weights.Weights;
import facet.study.RunStore;
import facet.study.RunWeights;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which network a command uses. */
final class ModelOptions {

    /** Computes the embeddings on this machine. */
    static final NetworkSource HERE = (model, weights, loader) -> source(model, loader);

    private static final String SFACE = "sface";

    @Option(names = "--weights", paramLabel = "FILE", defaultValue = Weights.EMBEDDED,
            description = "A safetensors file (exported, a checkpoint, or a plain resnet50), embedded or torchvision. Default: embedded."
                    + " To measure and embed also sface, a network made for faces.")
    String weights;

    @Option(names = "--level", paramLabel = "LEVEL",
            description = "none, P2, P3, P4, P5 or pool. Default: as in the file; none where it holds no pyramid.")
    Level level;

    @Option(names = "--pooling", paramLabel = "POOLING", description = "average, max, flatten, grid or relu. Default: as in the file, or average.")
    Pooling pooling;

    @Option(names = "--size", paramLabel = "PIXELS",
            description = "Side of the resized images. Default: the one that the file was trained at, or 224.")
    private Integer size;

    @Option(names = "--precision", description = "fp32, bf16, or auto: bf16 where the processor has instructions for it. Default: fp32; to export, as in the file.")
    private String precision;

    @Option(names = "--align", paramLabel = "none|eyes", description = "eyes: find the face and align it by eyes, nose and mouth; of several faces the one nearest the"
            + " middle. Default: what the file was trained on, or none; eyes for sface.")
    private Align align;

    private Weights start;
    private TrainedAs trained;
    private ModelProvenance provenance;

    /** Refuses settings of Facet's networks that SFace does not have. */
    void check() {
        if (isSFace() && (level != null || pooling != null || size != null || precision != null)) {
            throw new FacetException("--level, --pooling, --size and --precision are for Facet's networks. Leave them out for --weights sface.");
        }
    }

    /** Tells whether the network is SFace, which {@link #build} does not build. */
    boolean isSFace() {
        return weights.equals(SFACE);
    }

    /** Returns whether faces are aligned; of a network of {@link #build}, known once it was built. */
    Align align() {
        return align != null ? align : isSFace() ? Align.EYES : trained.align();
    }

    /** Tells whether faces are aligned because the network was trained so, and not by an option. */
    boolean alignsAsTrained() {
        return align == null && !isSFace() && align() == Align.EYES;
    }

    /** Returns the side of the images that the network of {@link #build} takes. */
    int size() {
        return size != null ? ImageSize.check(size) : trained.metadata("size", 224, text -> ImageSize.check(Integer.parseInt(text)));
    }

    /** Builds the network, alive as long as the manager. */
    FaceEmbedder build(NDManager manager, Progress progress) {
        open(progress);
        return build(manager, precision(precision != null ? precision : "fp32"));
    }

    /** Builds the same in the precision in which its file was trained, where no option names one: it stays so. */
    FaceEmbedder buildAsTrained(NDManager manager, Progress progress) {
        if (isSFace()) {
            throw new FacetException("--weights sface is to measure and embed: SFace has a file of its own. Leave it out.");
        }
        open(progress);
        return build(manager, precision != null ? precision(precision) : trained.metadata("precision", Precision.FP32, Precision::of));
    }

    private void open(Progress progress) {
        if (!Weights.NAMES.contains(weights)) {
            RunWeights.check(weights, RunStore.open());
        }
        start = Weights.of(weights, progress);
        trained = new TrainedAs(start);
    }

    private FaceEmbedder build(NDManager manager, Precision arithmetic) {
        provenance = start.provenance();
        provenance.sentence().ifPresent(sentence -> System.err.println("Note: " + start.name() + " was " + sentence + "."));
        boolean pyramid = start.holdsPyramid();
        Level map = level != null ? level : trained.metadata("level", pyramid ? Level.P2 : Level.NONE, Level::valueOf);
        Pooling pool = pooling != null ? pooling : trained.metadata("pooling", Pooling.AVERAGE, Pooling::valueOf);
        if (map != Level.NONE && !pyramid && Weights.NAMES.contains(start.name())) { // training starts so; of a file, it is a note anyway
            System.err.printf(Locale.ROOT, "Note: %s holds no feature pyramid; the one of %s is untrained.%n", start.name(), map);
        }
        Level trainedLevel = trained.metadata("level", map, Level::valueOf);
        if (map != Level.NONE && pyramid && map.map() != trainedLevel.map()) { // of one map, they have one convolution
            System.err.printf("Note: %s was trained at %s; the last convolution of %s is untrained.%n", start.name(), trainedLevel, map);
        }
        Precision trainedIn = trained.metadata("precision", arithmetic, Precision::of);
        if (trainedIn != arithmetic) {
            System.err.printf("Note: %s was trained in %s; its distances then were those of --precision %s.%n", start.name(), trainedIn, trainedIn);
        }
        trained.note(align());
        return FaceEmbedder.builder().weights(start).level(map).pooling(pool).precision(arithmetic).build(manager);
    }

    /** Finds the precision of that name, and prints a note where it is slow here. */
    static Precision precision(String name) {
        Precision precision = Precision.of(name);
        if (!precision.isNative()) {
            System.err.println("Note: this processor has no instructions for bf16, which is some six times slower than fp32 without them.");
        }
        return precision;
    }

    /** Makes the source of a network's embeddings: those that were kept are read, the others computed; one with NaN or an infinite number is refused. */
    static EmbeddingSource source(FaceEmbedder model, ImageLoader loader) {
        return new FiniteEmbeddings(new CachedEmbeddings(model, loader, DataHome.find().features().resolve("embeddings")));
    }

    /** Returns where the parameters of the network of {@link #build} come from, and how its faces are aligned. */
    ModelProvenance provenance() {
        if (align == null || align == trained.align()) {
            return provenance;
        }
        return provenance.aligned(Optional.of(align).filter(how -> how != Align.NONE).map(Align::name), Optional.empty());
    }

    /** Lists the files that are read besides a command's own inputs. */
    List<Path> files() {
        return isSFace() || Weights.NAMES.contains(weights) ? List.of() : List.of(Path.of(weights));
    }

    /** Tells whether the file comes from training on triplets that may be among those that are measured. */
    boolean isTrained() {
        return trained != null && trained.onTriplets();
    }
}
