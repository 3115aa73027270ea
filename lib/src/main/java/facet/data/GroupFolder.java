package facet.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Groups as three folders, anchor, positive and negative: the three images of a group bear the same name. */
public final class GroupFolder {

    private GroupFolder() { }

    /**
     * Reads the groups, by name.
     *
     * @throws FacetException where there is none, or an anchor lacks its positive or negative
     */
    public static List<Triplet> read(Path folder) {
        Map<String, Path> positives = byName(folder.resolve("positive"));
        Map<String, Path> negatives = byName(folder.resolve("negative"));
        List<Triplet> groups = new ArrayList<>();
        for (Path anchor : FaceFolder.list(folder.resolve("anchor"))) {
            if (FaceFolder.isImage(anchor)) {
                groups.add(new Triplet(stem(anchor), FaceSet.ORDINARY, anchor, partner(anchor, positives, folder.resolve("positive")),
                        partner(anchor, negatives, folder.resolve("negative"))));
            }
        }
        if (groups.isEmpty()) {
            throw new FacetException(folder.resolve("anchor") + " holds no image.");
        }
        return groups;
    }

    private static Map<String, Path> byName(Path folder) {
        return FaceFolder.list(folder).stream().filter(FaceFolder::isImage)
                .collect(Collectors.toMap(GroupFolder::stem, file -> file, (first, second) -> first));
    }

    private static Path partner(Path anchor, Map<String, Path> files, Path folder) {
        Path partner = files.get(stem(anchor));
        if (partner == null) {
            throw new FacetException(anchor + " has no partner " + stem(anchor) + " in " + folder
                    + ". The three images of a group bear the same name.");
        }
        return partner;
    }

    private static String stem(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.lastIndexOf('.'));
    }
}
