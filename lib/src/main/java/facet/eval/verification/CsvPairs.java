package facet.eval.verification;

import facet.data.ListedFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Pairs of images as a CSV: image_a, image_b, same (0 or 1) and, where known, fold, person_a and person_b. */
final class CsvPairs {

    private CsvPairs() { }

    static List<ImagePair> read(Path csv, Optional<Path> images) {
        return CsvRow.read(csv, List.of("image_a", "image_b", "same"), List.of("image_a", "image_b", "same", "fold", "person_a", "person_b"),
                row -> new ImagePair(row.same(), image(csv, row, "image_a", images), image(csv, row, "image_b", images), row.optional("fold"),
                        row.optional("person_a"), row.optional("person_b")));
    }

    private static Path image(Path csv, CsvRow row, String column, Optional<Path> images) {
        String name = row.needed(column);
        Path beside = csv.toAbsolutePath().getParent();
        Optional<Path> below = images.isPresent() ? Optional.empty() : ListedFile.find(beside.resolve("images"), name);
        return below.orElseGet(() -> PairsFile.image(row.place() + ", column " + column, images.orElse(beside), name));
    }
}
