package facet.cli;

import facet.data.Lfw;
import facet.eval.verification.ImagePair;
import facet.eval.verification.OfficialPairs;
import facet.eval.verification.PairsFile;
import facet.io.DataHome;
import facet.io.FacetException;
import facet.io.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Which pairs a command verifies: images that it measures, or distances that are there already. */
final class PairOptions {

    private static final class Source {

        @Option(names = "--pairs", required = true, paramLabel = "FILE", description = "Pairs of images to measure: lfw or sllfw, whose official list is fetched, LFW's"
                + " pairs.txt, SLLFW's list, or a CSV with the columns image_a, image_b, same (0 or 1) and, where known, fold, person_a, person_b.")
        private Path pairs;

        @Option(names = "--scores", required = true, paramLabel = "FILE.csv", description = "Distances of any program: columns same (0 or 1), distance and, where"
                + " known, fold, person_a, person_b.")
        private Path scores;
    }

    @ArgGroup(multiplicity = "1")
    private Source source;

    @Option(names = "--images", paramLabel = "DIR", description = "The folder that the images of the pairs lie below, such as DIR/Name/Name_0001.jpg. Default: Facet's"
            + " LFW for the lists of LFW and SLLFW; for a CSV its own folder, or images beside it.")
    private Path images;

    /** Tells whether the distances are there already. */
    boolean scored() {
        return source.scores != null;
    }

    /** Returns the file that lists the pairs. */
    Path file() {
        return scored() ? source.scores : source.pairs;
    }

    /** Returns a caution about an official list; nothing for a file. */
    Optional<String> note() {
        return official().flatMap(OfficialPairs::note);
    }

    private Optional<OfficialPairs> official() {
        return scored() ? Optional.empty() : OfficialPairs.named(source.pairs.toString());
    }

    /**
     * Reads the pairs of images, of a list that is named after it was fetched.
     *
     * @throws FacetException as {@link PairsFile#read} and {@link OfficialPairs#list}, or where the folder of images is none
     */
    List<ImagePair> imagePairs(Progress progress) {
        if (images != null && !Files.isDirectory(images)) {
            throw new FacetException("--images is " + images + ", which is no folder. Name the folder that the images lie below.");
        }
        DataHome home = DataHome.find();
        Path list = official().isPresent() ? official().get().list(home, progress) : source.pairs;
        return PairsFile.read(list, Optional.ofNullable(images), () -> Lfw.folder(home, progress));
    }
}
