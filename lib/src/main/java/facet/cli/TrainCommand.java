package facet.cli;

import facet.report.progress.OpenProgress;
import facet.report.progress.TerminalProgress;
import facet.report.table.Results;
import facet.study.Descent;
import facet.study.Experiment;
import facet.study.Faces;
import facet.study.Run;
import facet.study.RunTrainer;
import facet.study.Settings;
import facet.train.History;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Spec;

/** facet train. */
@Command(name = "train", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Train a network on triplets; the same command goes on where it was stopped.",
        footer = {"", "Example:", "  environment/facet train --data generated --size 112 --level P2 --epochs 5"})
final class TrainCommand implements Runnable {

    private final SettingOptions settings = new SettingOptions(Experiment.paper("").values());
    private final OptionSpec lastEpoch = OptionSpec.builder("--epochs").required(true).paramLabel("N").type(int.class)
            .description("The last epoch, counted from the first on.").build();
    private final RunsFolder runsFolder = new RunsFolder();

    /** Adds the options, in the order of --help. */
    @Spec
    void addOptions(CommandSpec command) {
        settings.addRequired(command);
        command.addOption(lastEpoch);
        settings.addOptional(command);
        command.addMixin("runs", CommandSpec.forAnnotatedObject(runsFolder));
    }

    @Override
    public void run() {
        int epochs = lastEpoch.getValue();
        Settings named = settings.settings();
        Descent.checkUsed(List.of(named));
        Experiment experiment = Experiment.of(named);
        Run run = runsFolder.store().run(experiment);
        RunTrainer trainer = new RunTrainer(run);
        History history;
        try (OpenProgress progress = TerminalProgress.open()) {
            trainer.check(epochs, progress); // a request that can't be met has no folder
            System.out.println("Run: " + run.folder());
            System.out.println("Precision: " + experiment.network().precision());
            history = trainer.train(epochs, progress);
        }
        Faces faces = experiment.faces();
        double margin = experiment.training().margin();
        if (faces.data().equals("lfw") && faces.triplets() == 0) {
            System.out.println(Results.of(history, margin).printAll());
            System.out.println("Look-alikes and twins of your own: environment/facet evaluate --weights " + run.checkpoint()
                    + " --groups FILE.csv --out distances.csv");
        } else {
            System.out.println(Results.alone(history, margin).printAll());
        }
        run.diagnosis().ifPresent(diagnosis -> System.out.println(diagnosis.sentence()));
    }
}
