package facet.align;

import facet.align.AlignedImages.Aligned;
import facet.io.Progress;
import facet.model.EmbeddingSource;
import facet.model.Embeddings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;

/** Embeds the aligned face of each image; where none was found, the whole image, and {@link #notes} names it. */
public final class AlignedSource implements EmbeddingSource {

    private final EmbeddingSource source;
    private final AlignedImages images;
    private final List<Aligned> seen = new ArrayList<>();

    /** Makes a source of embeddings of aligned faces. The images are closed by their owner. */
    public AlignedSource(EmbeddingSource source, AlignedImages images) {
        this.source = source;
        this.images = images;
    }

    @Override
    public void each(Collection<Path> files, Progress progress, Embeddings.Receiver receiver) {
        List<Aligned> aligned = images.all(files, progress);
        seen.addAll(aligned);
        Iterator<Aligned> next = aligned.iterator();
        source.each(aligned.stream().map(Aligned::crop).toList(), progress, (crop, embedding) -> receiver.take(next.next().image(), embedding));
    }

    /** @return sentences about images without a face and images with several, of all that were embedded; none where each had one */
    public List<String> notes() {
        return AlignmentNotes.of(seen);
    }
}
