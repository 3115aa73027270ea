package facet.cli;

import facet.data.FaceSet;
import facet.data.FaceSets;
import facet.data.PassedOver;
import facet.data.TripletSplit;
import facet.io.DataHome;
import facet.io.PlainText;
import facet.report.progress.OpenProgress;
import facet.report.progress.TerminalProgress;
import facet.report.table.Counts;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** facet data. */
@Command(name = "data", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Fetch a face set where it is not here yet, and count its triplets.",
        footer = {"", "Example:", "  environment/facet data lfw"})
final class DataCommand implements Runnable {

    @Parameters(paramLabel = "generated|lfw|DIR|FILE.csv",
            description = "The faces; DIR holds a folder a person, FILE.csv lists triplets.")
    private String data;

    @Option(names = "--seed", defaultValue = "42", description = "Decides the split. Default: 42.")
    private long seed;

    @Override
    public void run() {
        FaceSet faces;
        try (OpenProgress progress = TerminalProgress.open()) {
            faces = FaceSets.named(data, DataHome.find(), progress);
        }
        TripletSplit split = TripletSplit.of(faces, seed);
        System.out.println(Counts.of(split).print());
        List<PassedOver> passedOver = FaceSets.NAMES.contains(data) ? List.of() : PassedOver.amongPeople(Path.of(data));
        if (!passedOver.isEmpty()) {
            System.err.println(PlainText.of(PassedOver.sentence(passedOver)));
        }
        System.out.println("Split " + split.hash() + " (seed " + seed + ")");
    }
}
