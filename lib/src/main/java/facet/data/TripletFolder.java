package facet.data;

import facet.io.FacetException;
import facet.io.PlainText;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Triplets as three folders, anchor, positive and negative: the three images of a triplet bear the same name. */
public final class TripletFolder {

    private TripletFolder() { }

    /**
     * Reads the triplets, by name.
     *
     * @throws FacetException where there is none, an anchor lacks its positive or negative, or two images of a folder bear one name
     */
    public static List<Triplet> read(Path folder) {
        Map<String, Path> positives = byName(folder.resolve("positive"));
        Map<String, Path> negatives = byName(folder.resolve("negative"));
        List<Triplet> triplets = new ArrayList<>();
        byName(folder.resolve("anchor")).forEach((name, anchor) -> triplets.add(new Triplet(PlainText.of(name), FaceSet.ORDINARY, anchor,
                partner(anchor, positives, folder.resolve("positive")), partner(anchor, negatives, folder.resolve("negative")))));
        if (triplets.isEmpty()) {
            throw new FacetException((folder.resolve("anchor") + " holds no image. "
                    + PassedOver.sentence(PassedOver.in(folder.resolve("anchor")))).strip());
        }
        return triplets;
    }

    private static Map<String, Path> byName(Path folder) {
        return FaceFolder.list(folder).stream().filter(ImageEntries::isImage)
                .collect(Collectors.toMap(TripletFolder::stem, file -> file, (first, second) -> {
                    throw new FacetException(first + " and " + second + " bear one name: which of them is the triplet's? Remove the other.");
                }, LinkedHashMap::new));
    }

    private static Path partner(Path anchor, Map<String, Path> files, Path folder) {
        Path partner = files.get(stem(anchor));
        if (partner == null) {
            throw new FacetException((anchor + " has no partner " + stem(anchor) + " in " + folder
                    + ". The three images of a triplet bear the same name. " + PassedOver.sentence(PassedOver.in(folder))).strip());
        }
        return partner;
    }

    /** One of two files with the same name may come from macOS, which takes accents apart. */
    private static String stem(Path file) {
        String name = Normalizer.normalize(file.getFileName().toString(), Normalizer.Form.NFC);
        return name.substring(0, name.lastIndexOf('.'));
    }
}
