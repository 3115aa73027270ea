package facet.eval.verification;

import facet.io.FacetException;
import facet.io.PlainText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * LFW's pairs.txt (Huang and others 2007): the first line names the number of folds and the pairs of each kind in a fold, such as 10 300. In each fold come the
 * pairs of one person (name, two numbers), then those of strangers (name, number, name, number). Lists of one fold name the pairs alone.
 */
final class LfwPairs {

    private LfwPairs() { }

    static List<ImagePair> read(Path file, List<String> lines, Path images) {
        List<ImagePair> pairs = new ArrayList<>();
        long perKind = 0;
        long folds = 0;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).replace("\uFEFF", "").strip();
            if (line.isEmpty()) {
                continue;
            }
            String place = file + ", line " + (i + 1);
            String[] fields = line.split("\\s+");
            if (perKind == 0) {
                folds = fields.length == 1 ? 1 : number(place, fields[0]);
                perKind = number(place, fields[fields.length - 1]);
                continue;
            }
            boolean same = pairs.size() % (2 * perKind) < perKind;
            if (fields.length != (same ? 3 : 4)) {
                throw new FacetException(place + ": " + fields.length + " fields, but a pair of " + (same ? "one person has 3" : "strangers has 4")
                        + ", and by the first line each fold has " + perKind + " pairs of one person, then " + perKind + " of strangers.");
            }
            pairs.add(pair(place, fields, "" + (1 + pairs.size() / (2 * perKind)), images));
        }
        if (pairs.size() != 2 * perKind * folds) {
            throw new FacetException(String.format(Locale.ROOT, "%s has %d pairs, by its first line it should have %d. Is it whole?", file, pairs.size(), 2 * perKind * folds));
        }
        return pairs;
    }

    private static ImagePair pair(String place, String[] fields, String fold, Path images) {
        boolean same = fields.length == 3;
        String other = same ? fields[0] : fields[2];
        Path imageA = image(place, images, fields[0], fields[1]);
        Path imageB = image(place, images, other, fields[fields.length - 1]);
        try {
            return new ImagePair(same, imageA, imageB, fold, fields[0], other);
        } catch (IllegalArgumentException e) {
            throw new FacetException(place + ": " + PlainText.of(e.getMessage()), e);
        }
    }

    private static Path image(String place, Path images, String person, String number) {
        return PairsFile.image(place, images, String.format(Locale.ROOT, "%s/%s_%04d.jpg", person, person, number(place, number)));
    }

    private static int number(String place, String field) {
        if (!field.matches("0*[1-9]\\d{0,6}")) {
            throw new FacetException(place + ": " + PlainText.of(field) + " is not a number from 1 on.");
        }
        return Integer.parseInt(field);
    }
}
