package facet.cli;

import facet.data.FaceSets;
import facet.data.FacetException;
import facet.model.Backbone;
import facet.model.Pooling;
import facet.model.net.Level;
import facet.model.weights.Weights;
import facet.report.progress.OpenProgress;
import facet.report.progress.TerminalProgress;
import facet.report.table.Results;
import facet.study.AbsolutePath;
import facet.study.Experiment;
import facet.study.Run;
import facet.train.History;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** facet train. */
@Command(name = "train", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Train a network on triplets; the same command goes on where it was stopped.",
        footer = {"", "Example:", "  environment/facet train --data generated --size 112 --level P2 --epochs 5"})
final class TrainCommand implements Runnable {

    @Option(names = "--data", required = true, paramLabel = "generated|lfw|DIR|FILE.csv",
            description = "The faces to train on; DIR holds a folder a person, FILE.csv lists groups.")
    private String data;

    @Option(names = "--epochs", required = true, paramLabel = "N", description = "The last epoch, counted from the first on.")
    private int epochs;

    @Option(names = "--level", defaultValue = "P2", description = "none, P2, P3, P4 or P5. Default: P2.")
    private Level level;

    @Option(names = "--pooling", defaultValue = "average", description = "average, max or flatten. Default: average.")
    private Pooling pooling;

    @Option(names = "--weights", defaultValue = "embedded", paramLabel = "FILE",
            description = "What to start from: embedded, torchvision or a safetensors file. Default: embedded.")
    private String weights;

    @Option(names = "--lr", defaultValue = "0.001", description = "Learning rate. Default: 0.001.")
    private double learningRate;

    @Option(names = "--momentum", defaultValue = "0.9", description = "Momentum. Default: 0.9.")
    private double momentum;

    @Option(names = "--margin", defaultValue = "1", description = "Margin of the triplet loss. Default: 1.")
    private double margin;

    @Option(names = "--batch", defaultValue = "8", paramLabel = "GROUPS", description = "Groups in a step. Default: 8.")
    private int batch;

    @Option(names = "--size", defaultValue = "224", paramLabel = "PIXELS", description = "Side of the resized images. Default: 224.")
    private int size;

    @Option(names = "--seed", defaultValue = "42", description = "Decides the order of the groups and the pyramid's start. Default: 42.")
    private long seed;

    @Option(names = "--split-seed", defaultValue = "42", paramLabel = "SEED", description = "Decides who is trained and tested on. Default: 42.")
    private long splitSeed;

    @Option(names = "--precision", defaultValue = "auto",
            description = "fp32, bf16, or auto: bf16 where the processor has instructions for it. Default: auto.")
    private String precision;

    @Option(names = "--backbone", defaultValue = "trained",
            description = "trained, or frozen: only the pyramid is trained, on windows of the maps that are computed once. Default: trained.")
    private Backbone backbone;

    @Option(names = "--limit", defaultValue = "0", paramLabel = "GROUPS", description = "Use at most so many groups of each part; 0 is all. Default: 0.")
    private int limit;

    @Mixin
    private RunsFolder runsFolder;

    @Override
    public void run() {
        if (limit < 0) {
            throw new FacetException("--limit is " + limit + "; it has to be 0 for all groups, or a number of groups.");
        }
        Experiment experiment = new Experiment(AbsolutePath.of(data, FaceSets.NAMES), limit, ImageSize.check(size), level, pooling,
                AbsolutePath.of(weights, Weights.NAMES), learningRate, momentum,
                margin, batch, splitSeed, seed, ModelOptions.precision(precision), backbone);
        Run run = runsFolder.store().run(experiment);
        History history;
        try (OpenProgress progress = TerminalProgress.open()) {
            run.check(epochs, progress); // a request that can't be met has no folder
            System.out.println("Run: " + run.folder());
            System.out.println("Precision: " + experiment.precision());
            history = run.train(epochs, progress);
        }
        if (data.equals("lfw") && limit == 0) {
            System.out.println(Results.of(history, margin).printAll());
            System.out.println("Look-alikes and twins of your own: environment/facet evaluate --weights " + run.checkpoint()
                    + " --groups FILE.csv --out distances.csv");
        } else {
            System.out.println(Results.alone(history, margin).printAll());
        }
    }
}
