package facet.spark;

import facet.cli.EmbedCommand;
import facet.cli.Main;
import facet.cli.StudyCommand;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The program of environment/facet study and embed where the command line has --spark: the same commands, with one option more. */
public final class SparkMain {

    private SparkMain() { }

    /** Runs a command and ends the program with its exit code. */
    public static void main(String[] args) {
        System.exit(run(args));
    }

    static int run(String... args) {
        AtomicReference<String> master = new AtomicReference<>();
        StudyCommand study = new StudyCommand((one, store, progress) -> new SparkStudy(MasterAddress.of(master.get()), one).run(store, progress));
        EmbedCommand embed = new EmbedCommand((model, weights, loader) -> SparkEmbeddings.of(MasterAddress.of(master.get()), model, weights, loader));
        return Main.run(List.of(with(master, study), with(master, embed)), args);
    }

    private static CommandSpec with(AtomicReference<String> master, Object command) {
        OptionSpec option = OptionSpec.builder("--spark").required(true).paramLabel("MASTER").type(String.class)
                .description("The cluster that does it, such as spark://HOST:7077.").setter(new OptionSetter(master)).build();
        return CommandSpec.forAnnotatedObject(command).addOption(option);
    }

    /** Keeps what the option says. */
    private record OptionSetter(AtomicReference<String> master) implements picocli.CommandLine.Model.ISetter {
        @Override
        @SuppressWarnings("unchecked") // picocli asks for what was there before, of any type
        public <T> T set(T value) {
            return (T) master.getAndSet((String) value);
        }
    }
}
