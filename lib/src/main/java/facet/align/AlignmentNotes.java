package facet.align;

import facet.align.AlignedImages.Aligned;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a reader should know of images that were aligned. */
public final class AlignmentNotes {

    private static final int NAMED = 5;

    private AlignmentNotes() { }

    /** @return sentences about images without a face and images with several; none where each had one */
    public static List<String> of(List<Aligned> seen) {
        List<String> notes = new ArrayList<>();
        List<Path> none = seen.stream().filter(each -> each.found().faces().isEmpty()).map(Aligned::image).toList();
        if (!none.isEmpty()) {
            notes.add(String.format(Locale.ROOT, "No face was found on %,d of %,d images. They were taken whole: %s%s", none.size(), seen.size(),
                    none.stream().limit(NAMED).map(Path::toString).collect(Collectors.joining(", ")), none.size() > NAMED ? ", ... environment/facet align lists them." : "."));
        }
        long several = seen.stream().filter(each -> each.found().faces().size() > 1).count();
        if (several > 0) {
            notes.add(String.format(Locale.ROOT, "%,d of %,d images %s several faces; the one nearest the middle was taken. environment/facet align lists them.",
                    several, seen.size(), several == 1 ? "shows" : "show"));
        }
        return notes;
    }
}
