package facet.cli;

import facet.align.SFaceJudge;
import facet.data.FaceSet;
import facet.data.FaceSets;
import facet.data.JudgedSplit;
import facet.data.PassedOver;
import facet.data.TripletSplit;
import facet.io.DataHome;
import facet.io.FacetException;
import facet.io.PlainText;
import facet.report.progress.OpenProgress;
import facet.report.progress.TerminalProgress;
import facet.report.table.Counts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** facet data. */
@Command(name = "data", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Fetch a face set where it is not here yet, and count its triplets.",
        footer = {"", "Examples:", "  environment/facet data lfw", "  environment/facet data lfw --hard ~/hard-triplets"})
final class DataCommand implements Runnable {

    @Parameters(paramLabel = "generated|lfw|DIR|FILE.csv",
            description = "The faces; DIR holds a folder a person, FILE.csv lists triplets.")
    private String data;

    @Option(names = "--seed", defaultValue = "42", description = "Decides the split. Default: 42.")
    private long seed;

    @Option(names = "--hard", paramLabel = "DIR", description = {"Of lfw: find each test and validation person's nearest stranger, and write hard-triplets.csv and .png into a folder"
        + " outside of this checkout.", "They show real people; they are for you alone."})
    private Path hard;

    @Option(names = "--most", defaultValue = "40", description = "How many hard triplets the image shows, the most alike first. Default: 40.")
    private int most;

    @Override
    public void run() {
        DataHome home = DataHome.find();
        Optional<HardReport> report = Optional.ofNullable(hard).map(folder -> new HardReport(folder, most));
        report.ifPresent(asked -> {
            if (!data.equals("lfw")) {
                throw new FacetException("--hard is for lfw, whose people are judged. Leave it out for " + data + ".");
            }
            asked.check(home);
        });
        TripletSplit split;
        try (OpenProgress progress = TerminalProgress.open()) {
            FaceSet faces = FaceSets.named(data, home, progress);
            split = TripletSplit.of(faces, seed);
            if (report.isPresent()) {
                report.get().write(JudgedSplit.of(split, split, faces, SFaceJudge.open(progress), progress));
            }
        }
        System.out.println(Counts.of(split).print());
        List<PassedOver> passedOver = FaceSets.NAMES.contains(data) ? List.of() : PassedOver.amongPeople(Path.of(data));
        if (!passedOver.isEmpty()) {
            System.err.println(PlainText.of(PassedOver.sentence(passedOver)));
        }
        System.out.println("Split " + split.hash() + " (seed " + seed + ")");
        report.ifPresent(written -> System.out.println("Wrote hard-triplets.csv and hard-triplets.png into " + written.folder() + ": of real people, for you alone."));
    }
}
