package facet.eval.verification;

import facet.io.FacetException;
import facet.io.PlainText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The list of SLLFW, similar-looking strangers in LFW: two lines a pair, such as Name/Name_0001.jpg. The folder is the person. Ten folds of 300 pairs of one person, then
 * 300 of strangers; no line parts them, so that a fold begins where a pair of one person follows a pair of strangers.
 * Source: W. Deng and others, Fine-grained face verification: FGLFW database, baselines, and human-DCMN partnership, Pattern Recognition 66 (2017), 63-73.
 */
final class SllfwPairs {

    private SllfwPairs() { }

    static List<ImagePair> read(Path file, List<String> lines, Path images) {
        List<ImagePair> pairs = new ArrayList<>();
        int fold = 1;
        String before = null;
        Path imageA = null;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).replace("\uFEFF", "").strip();
            if (line.isEmpty()) {
                continue;
            }
            String place = file + ", line " + (i + 1);
            if (line.indexOf('/') <= 0) {
                throw new FacetException(place + ": " + PlainText.of(line) + " should be an image in its person's folder, such as Name/Name_0001.jpg.");
            }
            if (before == null) {
                imageA = PairsFile.image(place, images, line);
                before = line;
                continue;
            }
            boolean same = person(before).equals(person(line));
            fold += same && !pairs.isEmpty() && !pairs.get(pairs.size() - 1).same() ? 1 : 0;
            pairs.add(new ImagePair(same, imageA, PairsFile.image(place, images, line), "" + fold, person(before), person(line)));
            before = null;
        }
        if (before != null) {
            throw new FacetException(file + " has an odd number of images: a pair takes two lines. Is it whole?");
        }
        checkFolds(file, pairs, fold);
        return pairs;
    }

    private static String person(String image) {
        return ScoredPair.composed(image.substring(0, image.lastIndexOf('/')));
    }

    private static void checkFolds(Path file, List<ImagePair> pairs, int folds) {
        for (int fold = 1; fold <= folds; fold++) {
            String name = "" + fold;
            for (boolean same : new boolean[] {true, false}) {
                long own = pairs.stream().filter(pair -> pair.same() == same && pair.fold().equals(name)).count();
                long all = pairs.stream().filter(pair -> pair.same() == same).count();
                if (own * folds != all) {
                    throw new FacetException(file + ": fold " + fold + " of " + folds + " has " + own + " pairs of " + (same ? "one person" : "strangers")
                            + ", others have more or fewer. SLLFW's list has the pairs of one person first, then those of strangers, in each fold."
                            + " Make a CSV with the columns image_a, image_b, same and fold of another list.");
                }
            }
        }
    }
}
