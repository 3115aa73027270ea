package facet.cli;

import ai.djl.ndarray.NDManager;
import facet.align.Align;
import facet.align.AlignedImages;
import facet.align.AlignedSource;
import facet.align.FaceAlignment;
import facet.align.SFace;
import facet.align.SFaceSource;
import facet.data.image.ImageLoader;
import facet.io.FacetException;
import facet.io.PlainText;
import facet.io.Progress;
import facet.model.EmbeddingSource;
import facet.model.Embeddings;
import facet.model.FaceEmbedder;
import facet.model.FiniteEmbeddings;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;

/** The embeddings that a command's options choose, with all that they need while they are open. */
final class OpenSource implements EmbeddingSource, AutoCloseable {

    private final Deque<Runnable> closing = new ArrayDeque<>();
    private EmbeddingSource source;

    private OpenSource() { }

    /** Opens a network of Facet or SFace; throws a FacetException where its file or OpenCV is missing. */
    static OpenSource open(ModelOptions options, Progress progress) {
        return open(options, ModelOptions.HERE, progress);
    }

    /** Opens the same, where another program may compute the embeddings of Facet's networks. */
    static OpenSource open(ModelOptions options, NetworkSource computing, Progress progress) {
        options.check();
        checkPlace(computing, options.isSFace());
        OpenSource open = new OpenSource();
        try {
            int side = options.isSFace() ? open.sface(progress) : open.network(options, computing, progress);
            checkPlace(computing, options.align() == Align.EYES); // known only now: the network's file may say so
            say(options);
            if (options.align() == Align.EYES) {
                AlignedImages images = AlignedImages.open(side, progress);
                open.closing.push(images::close);
                open.source = new AlignedSource(open.source, images);
            }
            return open;
        } catch (RuntimeException | Error e) {
            open.close();
            throw e;
        }
    }

    private static void checkPlace(NetworkSource computing, boolean needsOpenCv) {
        if (needsOpenCv && computing != ModelOptions.HERE) {
            throw new FacetException("SFace and aligned faces are computed on this machine. Leave out --spark, or align first (environment/facet align) and embed with --align none.");
        }
    }

    private static void say(ModelOptions options) {
        if (options.alignsAsTrained()) {
            System.err.println("Note: this network was trained on aligned faces, so that faces are found and aligned here, too. --align none takes images whole.");
        } else if (options.isSFace() && options.align() == Align.NONE) {
            System.err.println("Note: SFace was made for aligned faces; on whole images it is worse than it could be.");
        }
    }

    /** Opens SFace; returns the side of its images. */
    private int sface(Progress progress) {
        SFace network = SFace.open(progress);
        closing.push(network::close);
        source = new FiniteEmbeddings(new SFaceSource(network, loader(FaceAlignment.SFACE_SIDE)));
        return FaceAlignment.SFACE_SIDE;
    }

    /** Opens a network of Facet; returns the side of its images. */
    private int network(ModelOptions options, NetworkSource computing, Progress progress) {
        NDManager manager = NDManager.newBaseManager();
        closing.push(manager::close);
        FaceEmbedder model = options.build(manager, progress);
        closing.push(model::close);
        source = computing.source(model, options.weights, loader(options.size()));
        return options.size();
    }

    private ImageLoader loader(int side) {
        ImageLoader loader = new ImageLoader(side);
        closing.push(loader::close);
        return loader;
    }

    @Override
    public void each(Collection<Path> images, Progress progress, Embeddings.Receiver receiver) {
        source.each(images, progress, receiver);
    }

    /** Prints to standard error which images had no face, or several. */
    void printNotes() {
        if (source instanceof AlignedSource aligned) {
            aligned.notes().forEach(note -> System.err.println("Note: " + PlainText.of(note)));
        }
    }

    @Override
    public void close() {
        while (!closing.isEmpty()) {
            closing.pop().run();
        }
    }
}
