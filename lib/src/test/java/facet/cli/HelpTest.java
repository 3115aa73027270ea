package facet.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.io.DataHome;
import facet.study.StudyFile;
import facet.train.diagnosis.Condition;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What --help shows fits 80 columns as it is written, so that an example can be copied. */
class HelpTest {

    private static final int COLUMNS = 78;

    @RegisterExtension
    final Terminal terminal = new Terminal();

    @ParameterizedTest
    @ValueSource(strings = {"data", "train", "study", "runs", "evaluate", "verify", "align", "embed", "export"})
    void anExampleIsNotBroken(String command) {
        assertEquals(0, Main.run(command, "--help"));
        List<String> lines = terminal.out().lines().toList();
        List<String> example = lines.subList(lines.indexOf(lines.stream().filter(line -> line.matches("Examples?:")).findFirst().orElseThrow()) + 1, lines.size());
        for (int i = 0; i < example.size(); i++) {
            boolean goesOn = i > 0 && example.get(i - 1).endsWith(" \\");
            assertTrue(example.get(i).startsWith(goesOn ? "    --" : "  environment/facet " + command) && example.get(i).length() <= COLUMNS, example.get(i));
        }
    }

    /** In the words of the guide. */
    @Test
    void studyListsThoseThatComeWithFacet() throws IOException {
        assertEquals(0, Main.run("study", "--help"));
        String help = words(terminal.out());
        for (String name : StudyFile.NAMES) {
            assertTrue(help.matches("(?s).*[ ,]" + name + "[ ,].*"), name);
        }
        String guide = words(guide().replaceAll("\\[[^]]*]\\([^)]*\\)[.;]?", "").replace("`", "").replace("|", " "));
        List<String> rows = terminal.out().lines().dropWhile(line -> !line.startsWith("Some studies")).skip(2).takeWhile(line -> !line.isBlank()).toList();
        assertEquals(List.of(), rows.stream().filter(row -> !guide.contains(words(row))).toList());
    }

    @Test
    void theGuideHasEachDiagnosisOfTheList() throws IOException {
        String guide = guide();
        for (Condition condition : Condition.values()) {
            assertTrue(guide.contains("`" + condition.word() + "`"), condition.word());
        }
    }

    private static String guide() throws IOException {
        return Files.readString(DataHome.find().generatedFaces().resolve("../../environment/guide/terminal.md"));
    }

    private static String words(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
