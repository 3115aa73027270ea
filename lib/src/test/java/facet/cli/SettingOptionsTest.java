package facet.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.io.FacetException;
import facet.model.net.Level;
import facet.study.Experiment;
import facet.study.Setting;
import facet.study.SettingKind;
import facet.study.Settings;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What facet train takes is what an experiment has. */
class SettingOptionsTest {

    private static final Setting<Double> SMOOTHING = new Setting<>("smoothing", SettingKind.NUMBER, 0.0, value -> value >= 0, "0 or more", "Label smoothing. Default: 0.");
    private static final Setting<Boolean> GREY = new Setting<>("grey", SettingKind.SWITCH, false, "Whether images lose their colours. Default: false.");
    private static final Settings PAPER = Experiment.paper("").values();

    private final CommandSpec command = CommandSpec.create();

    private Settings parsed(Settings standard, String... arguments) {
        SettingOptions options = new SettingOptions(standard);
        options.addRequired(command);
        options.addOptional(command);
        new CommandLine(command).setCaseInsensitiveEnumValuesAllowed(true).parseArgs(arguments);
        return options.settings();
    }

    @Test
    void eachSettingHasAnOption() {
        Settings expected = Experiment.paper("lfw").level(Level.P5).triplets(2).size(64).splitSeed(3).seed(4).learningRate(0.01).with("momentum", 0.5).with("margin", 2)
                .with("batch", 16).with("pooling", "max").with("backbone", "trained").with("weights", "torchvision").values()
                .with("schedule", "cosine").with("over", 5).with("warmup", 1).with("decay", 1e-4).with("clip", 5).with("accumulate", 2).with("flip", true);
        assertEquals(expected, parsed(PAPER, "--data", "lfw", "--level", "p5", "--limit", "2", "--size", "64", "--split-seed", "3", "--seed", "4", "--lr", "0.01", "--momentum", "0.5",
                "--margin", "2", "--batch", "16", "--pooling", "max", "--backbone", "trained", "--weights", "torchvision", "--precision", "fp32",
                "--schedule", "cosine", "--over", "5", "--warmup", "1", "--decay", "1e-4", "--clip", "5", "--accumulate", "2", "--flip", "true", "--crop", "false"));
    }

    @Test
    void aSettingThatComesLaterHasOneToo() {
        Settings standard = PAPER.with(SMOOTHING, 0.0).with(GREY, false);
        Settings given = parsed(standard, "--data", "lfw", "--precision", "fp32", "--smoothing", "1e-4", "--grey", "true");
        assertEquals(Experiment.paper("lfw").canonical() + " smoothing=0.0001 grey=true", given.canonical());
        String help = new CommandLine(command).getUsageMessage();
        assertTrue(help.contains("--smoothing=<smoothing>") && help.contains("Label smoothing. Default: 0."), help);
    }

    /** Hidden, so that --help has one name for one thing. */
    @Test
    void theNamesOfAStudysFileAreTheSameOptions() {
        assertEquals(Experiment.paper("lfw").triplets(2).splitSeed(3).values(), parsed(PAPER, "--data", "lfw", "--precision", "fp32", "--groups", "2", "--split", "3"));
        String help = new CommandLine(command).getUsageMessage();
        assertTrue(help.contains("--limit") && help.contains("--split-seed") && !help.contains("--groups") && !help.contains("--split="), help);
    }

    @Test
    void bothNamesAtOnceAreRefused() {
        assertEquals("--limit and --groups are two names of one setting. Give one of them.",
                assertThrows(FacetException.class, () -> parsed(PAPER, "--data", "lfw", "--limit", "2", "--groups", "2")).getMessage());
    }

    @Test
    void whatCannotBeIsSaid() {
        assertEquals("Invalid value for option '--lr': 'fast' is not a double",
                assertThrows(ParameterException.class, () -> parsed(PAPER, "--data", "lfw", "--lr", "fast")).getMessage());
    }

    @Test
    void aNegativeLimitIsNamedByItsOption() {
        assertEquals("--limit is -1; it has to be 0 for all triplets, or a number of triplets.",
                assertThrows(FacetException.class, () -> parsed(PAPER, "--data", "lfw", "--limit", "-1")).getMessage());
    }
}
