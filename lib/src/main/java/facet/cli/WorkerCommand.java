package facet.cli;

import facet.study.parallel.WorkerLoop;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** facet worker: one of the processes of facet study --parallel, from which it gets the runs to train. */
@Command(name = WorkerCommand.NAME, hidden = true, description = "Train the runs that standard input names; facet study --parallel starts it.")
final class WorkerCommand implements Runnable {

    static final String NAME = "worker";

    @ParentCommand
    private Main main;

    /** @return what starts a worker with the Java, options and class path of this program; its environment is this program's, too */
    static List<String> program() {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName(), NAME));
        return List.copyOf(command);
    }

    @Override
    public void run() {
        new WorkerLoop(new PrintStream(System.out, true, StandardCharsets.UTF_8), main::sentence).run(System.in);
    }
}
