package facet.cli;

import facet.align.AlignedImages;
import facet.align.AlignedImages.Aligned;
import facet.data.FolderImages;
import facet.data.PassedOver;
import facet.data.image.ImageFile;
import facet.io.AtomicFile;
import facet.io.FacetException;
import facet.io.InputFiles;
import facet.io.PlainText;
import facet.report.chart.AlignmentSheet;
import facet.report.progress.OpenProgress;
import facet.report.progress.TerminalProgress;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** facet align. */
@Command(name = "align", mixinStandardHelpOptions = true, sortOptions = false,
        description = {"Find the face on every image below a folder and cut it out, aligned by eyes, nose and mouth. Folders keep their names; each image becomes a PNG.",
            "The new folder also gets alignment.csv (what was found where, and which of several faces was taken: the one nearest the middle) and contact-sheet-1.png, ..."
            + " They show people; they are for you alone."},
        footer = {"", "Example:", "  environment/facet align --images photos --out aligned-photos"})
final class AlignCommand implements Runnable {

    /** What becomes of an image without a face. */
    enum Missing { KEEP, SKIP }

    @Option(names = "--images", required = true, paramLabel = "DIR", description = "The folder; all images below it are taken.")
    private Path images;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "The folder to write, outside of --images.")
    private Path out;

    @Option(names = "--size", paramLabel = "PIXELS", defaultValue = "224", description = "Side of the aligned faces. Default: 224.")
    private int size;

    @Option(names = "--missing", paramLabel = "keep|skip", defaultValue = "keep", description = "An image without a face: keep writes it whole, skip leaves it out. Both name it."
            + " Default: keep.")
    private Missing missing;

    @Override
    public void run() {
        ImageSize.check(size);
        if (InputFiles.real(out).startsWith(InputFiles.real(images))) {
            throw new FacetException("--out is " + out + ", inside of --images: the next run would align what this one wrote. Name a folder beside it.");
        }
        FolderImages found = FolderImages.below(images);
        Map<Path, Path> targets = targets(found.images());
        Path report = out.resolve("alignment.csv");
        if (Files.isDirectory(out) && !Files.exists(report) && !isEmpty(out)) {
            throw new FacetException("--out is " + out + ", a folder with other files, which could be overwritten. Name a new or an empty one.");
        }
        AtomicFile.check(report);
        List<Aligned> aligned;
        try (OpenProgress progress = TerminalProgress.open(); AlignedImages faces = AlignedImages.open(size, progress)) {
            aligned = faces.all(found.images(), progress);
        }
        aligned.forEach(image -> write(image, targets.get(image.image())));
        AlignmentReport.write(report, aligned, this::name, missing == Missing.KEEP ? "kept whole" : "left out");
        int sheets = drawSheets(aligned);
        say(aligned, sheets);
        if (!found.passedOver().isEmpty()) {
            System.err.println(PlainText.of(PassedOver.sentence(found.passedOver())));
        }
    }

    /** The file of each image's aligned face; throws a FacetException where two have one, such as a.jpg and a.png. */
    private Map<Path, Path> targets(List<Path> files) {
        Map<Path, Path> targets = new HashMap<>();
        Map<Path, Path> from = new HashMap<>();
        for (Path file : files) {
            Path target = out.resolve(images.relativize(file).toString().replaceFirst("\\.[^.]*$", "") + ".png");
            if (target.getParent().equals(out) && target.getFileName().toString().startsWith("contact-sheet-")) {
                throw new FacetException(file + " would become " + target + ", which is the name of a contact sheet. Rename it.");
            }
            Path other = from.put(target, file);
            if (other != null) {
                throw new FacetException(other + " and " + file + " would both become " + target + ". Rename one of them.");
            }
            targets.put(file, target);
        }
        return targets;
    }

    private void write(Aligned image, Path target) {
        try {
            if (!image.found().faces().isEmpty()) {
                byte[] crop = Files.readAllBytes(image.crop());
                AtomicFile.write(target, file -> file.write(crop));
            } else if (missing == Missing.KEEP) {
                AtomicFile.write(target, file -> ImageIO.write(ImageFile.read(image.image()), "png", file));
            } else {
                Files.deleteIfExists(target); // of an earlier run
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isEmpty(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        } catch (IOException e) {
            throw new FacetException("Can't read " + folder + ": may you?", e);
        }
    }

    private String name(Path image) {
        return images.relativize(image).toString().replace(File.separatorChar, '/');
    }

    private int drawSheets(List<Aligned> aligned) {
        int sheets = 0;
        for (int i = 0; i < aligned.size(); i += AlignmentSheet.MOST) {
            List<Aligned> part = aligned.subList(i, Math.min(aligned.size(), i + AlignmentSheet.MOST));
            AtomicFile.write(out.resolve("contact-sheet-" + ++sheets + ".png"),
                    png -> ImageIO.write(AlignmentSheet.of(part, part.stream().map(each -> PlainText.of(name(each.image()))).toList()).image(), "png", png));
        }
        return sheets;
    }

    private void say(List<Aligned> aligned, int sheets) {
        List<Aligned> none = aligned.stream().filter(image -> image.found().faces().isEmpty()).toList();
        long several = aligned.stream().filter(image -> image.found().faces().size() > 1).count();
        System.out.printf(Locale.ROOT, "%,d %s: a face on %,d, several on %,d of them, none on %,d.%n", aligned.size(), aligned.size() == 1 ? "image" : "images",
                aligned.size() - none.size(), several, none.size());
        none.forEach(image -> System.out.println("No face: " + PlainText.of(name(image.image())) + (missing == Missing.KEEP ? " (written whole)" : " (left out)")));
        System.out.println("Wrote " + out + ", with alignment.csv and " + sheets + (sheets == 1 ? " contact sheet" : " contact sheets"));
    }
}
