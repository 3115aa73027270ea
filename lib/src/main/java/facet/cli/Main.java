package facet.cli;

import ai.djl.engine.EngineException;
import facet.io.FacetException;
import facet.io.PlainText;
import facet.model.weights.ModelProvenance;
import facet.train.OutOfMemory;
import facet.train.TrainingException;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;

/** The terminal's commands. Exit code 0: all was done; 1: bad input, one sentence says which; 2: wrong usage. */
@Command(name = "environment/facet", description = "Train, measure and use the similar-face network from a terminal.",
        mixinStandardHelpOptions = true, version = "Facet " + ModelProvenance.FACET, synopsisSubcommandLabel = "COMMAND",
        subcommands = {DataCommand.class, TrainCommand.class, StudyCommand.class, RunsCommand.class, EvaluateCommand.class, VerifyCommand.class, AlignCommand.class, EmbedCommand.class, ExportCommand.class, WorkerCommand.class})
public final class Main implements Runnable {

    private static final String TOO_LITTLE_MEMORY =
            "There is too little memory for Java. Take fewer or smaller images, or set FACET_JAVA_OPTS=-Xmx8g.";

    @Option(names = "--debug", description = "Show the stack trace of an error.", scope = ScopeType.INHERIT)
    private boolean debug;

    /** Runs a command and ends the program with its exit code. */
    public static void main(String[] args) {
        System.exit(run(args));
    }

    /** Runs a command and returns its exit code. */
    static int run(String... args) {
        return run(List.of(), args);
    }

    /**
     * Runs a command, one of these or one that another program adds, and returns its exit code.
     *
     * @param added annotated as picocli's commands, or their specifications; one with the name of a command here takes its place
     */
    public static int run(List<?> added, String... args) {
        Main main = new Main();
        CommandLine commands = new CommandLine(main);
        for (Object command : added) {
            CommandLine line = new CommandLine(command);
            commands.getCommandSpec().removeSubcommand(line.getCommandName());
            commands.addSubcommand(line);
        }
        commands.setCaseInsensitiveEnumValuesAllowed(true).setUsageHelpAutoWidth(true)
                .setParameterExceptionHandler((error, arguments) -> wrongUsage(error))
                .setExecutionExceptionHandler((error, command, parsed) -> main.explain(error, command));
        try (StopSignal stop = new StopSignal()) {
            return outputIsWhole(commands, commands.execute(args));
        } catch (OutOfMemoryError e) {
            say(commands, TOO_LITTLE_MEMORY);
            return CommandLine.ExitCode.SOFTWARE;
        }
    }

    /** Java keeps to itself that standard output, such as a file on a full disk, took nothing any more. */
    private static int outputIsWhole(CommandLine commands, int exitCode) {
        if (!System.out.checkError()) {
            return exitCode;
        }
        say(commands, "Could not write all of the output to standard output. Is its disk full, or has its reader ended?");
        return exitCode == CommandLine.ExitCode.OK ? CommandLine.ExitCode.SOFTWARE : exitCode;
    }

    /** One line and where to look: a whole usage would push the line off the screen. */
    private static int wrongUsage(ParameterException error) {
        CommandLine command = error.getCommandLine();
        say(command, WrongUsage.sentence(error));
        if (WrongUsage.unknownOption(error).isEmpty()) {
            UnmatchedArgumentException.printSuggestions(error, command.getErr());
        }
        command.getErr().println(command.getCommandSpec().qualifiedName() + " --help shows all options.");
        return CommandLine.ExitCode.USAGE;
    }

    /** Names in a message may come from elsewhere and hold what steers a terminal. */
    private static void say(CommandLine command, String message) {
        command.getErr().println("facet: " + message.lines().map(PlainText::of).collect(Collectors.joining(System.lineSeparator())));
    }

    private int explain(Exception error, CommandLine command) {
        if (debug) {
            error.printStackTrace(command.getErr());
        }
        say(command, sentence(error));
        return CommandLine.ExitCode.SOFTWARE;
    }

    String sentence(Exception error) {
        if (error.getCause() instanceof OutOfMemoryError) { // on a thread that reads images
            return TOO_LITTLE_MEMORY;
        }
        if (error instanceof FacetException || error instanceof TrainingException) {
            return error.getMessage();
        }
        if (causes(error).anyMatch(OutOfMemory::isReason)) { // while measuring: a step has a sentence of its own
            return "There is too little memory. Take smaller images, or close other programs.";
        }
        if (causes(error).anyMatch(ClosedByInterruptException.class::isInstance)) {
            return "Stopped; the same command goes on from there."; // while PyTorch was being unpacked
        }
        if (error instanceof EngineException && error.getCause() instanceof IOException cause) {
            return "Could not unpack PyTorch (" + cause.getMessage() + "). Free some space, or set FACET_CACHE to a folder that you may write.";
        }
        if (error instanceof EngineException && error.getCause() instanceof UnsatisfiedLinkError cause) {
            return "Could not load PyTorch (" + cause.getMessage() + "). Where PYTORCH_LIBRARY_PATH names one with CUDA, it needs NVIDIA's driver; unset that to use Facet's own.";
        }
        return error + (debug ? "" : " This is a bug in Facet: --debug shows where.");
    }

    private static Stream<Throwable> causes(Throwable error) {
        return Stream.iterate(error, Objects::nonNull, Throwable::getCause);
    }

    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }
}
