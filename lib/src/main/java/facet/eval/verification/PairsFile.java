package facet.eval.verification;

import facet.data.ListedFile;
import facet.io.FacetException;
import facet.io.PlainText;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** A list of pairs of images in one of three formats, told apart by the first line: LFW's pairs.txt, SLLFW's list, or a CSV. */
public final class PairsFile {

    private PairsFile() { }

    /**
     * Reads a list. Every image has to be there.
     *
     * @param images the folder that the images lie below; where it is not given, a CSV's lie below its own folder or the folder {@code images} beside it
     * @param lfw finds the folder of LFW's people, for the two other lists where no folder is given
     * @throws FacetException where the file is of no such format, a line is bad, an image is missing (it names the line), or all pairs are of one kind
     */
    public static List<ImagePair> read(Path file, Optional<Path> images, Supplier<Path> lfw) {
        List<String> lines = lines(file);
        String first = lines.stream().map(line -> line.replace("\uFEFF", "").strip()).filter(line -> !line.isEmpty()).findFirst().orElse("");
        List<ImagePair> pairs;
        if (first.matches("\\d+(\\s+\\d+)?")) {
            pairs = LfwPairs.read(file, lines, images.orElseGet(lfw));
        } else if (first.matches("(?i)[^,]+/[^,/]+\\.jpe?g")) {
            pairs = SllfwPairs.read(file, lines, images.orElseGet(lfw));
        } else if (first.toLowerCase(Locale.ROOT).contains("image_a") || first.toLowerCase(Locale.ROOT).matches("\"?sep=,\"?")) {
            pairs = CsvPairs.read(file, images);
        } else {
            throw new FacetException(file + " is no list of pairs: it can be LFW's pairs.txt (its first line is 10 300), SLLFW's list (two lines a pair,"
                    + " such as Name/Name_0001.jpg), or a CSV with the columns image_a, image_b and same.");
        }
        try {
            ScoredPairs.checkKinds(pairs.stream().filter(ImagePair::same).count(), pairs.size());
        } catch (IllegalArgumentException e) {
            throw new FacetException(file + ": " + e.getMessage(), e);
        }
        return pairs;
    }

    /** @throws FacetException where the file is missing or is no text in UTF-8 */
    static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (NoSuchFileException e) {
            throw new FacetException("There is no list of pairs " + file + ": is the path right?", e);
        } catch (CharacterCodingException e) {
            throw new FacetException(file + " is not a text in UTF-8. Save it in UTF-8.", e);
        } catch (IOException e) {
            throw new FacetException("Can't read the list of pairs " + file + " (" + e.getMessage() + ").", e);
        }
    }

    /** @throws FacetException where no file of that name lies below the folder */
    static Path image(String place, Path folder, String name) {
        return ListedFile.find(folder, name).orElseThrow(() -> new FacetException(place + ": there is no image " + folder.resolve(PlainText.of(name).replace("\0", ""))
                + ". Correct the list, or name the folder of the images by --images."));
    }
}
