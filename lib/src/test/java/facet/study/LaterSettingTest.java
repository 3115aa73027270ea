package facet.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import facet.io.DataHome;
import facet.io.FacetException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A setting that comes later: runs from before it stay what they are, and it is known wherever settings are. */
class LaterSettingTest {

    private static final Setting<Double> SMOOTHING = new Setting<>("smoothing", SettingKind.NUMBER, 0.0, value -> value >= 0, "0 or more", "Label smoothing. Default: 0.");
    private static final Setting<Boolean> GREY = new Setting<>("grey", SettingKind.SWITCH, false, "Whether images lose their colours. Default: false.");
    private static final Settings WITH_IT = later(Experiment.paper("lfw"));

    private static Settings later(Experiment experiment) {
        return experiment.values().with(SMOOTHING, 0.0).with(GREY, false);
    }

    @Test
    void recordedRunsKeepTheirIdsAndFiles() throws IOException {
        assertFalse(recorded().isEmpty());
        for (Path folder : recorded()) {
            String text = Files.readString(folder.resolve(RunClaim.FILE));
            Settings read = ExperimentJson.read(JsonParser.parseString(text).getAsJsonObject().getAsJsonObject("experiment"), WITH_IT);
            assertEquals(folder.getFileName().toString(), read.id());
            assertEquals(Experiment.of(read).canonical(), read.canonical());
            RunClaim claim = RunClaim.read(folder);
            assertEquals(claim.experiment(), Experiment.of(read));
            assertEquals(text, claim.json(), "byte for byte");
        }
    }

    private static List<Path> recorded() throws IOException {
        try (Stream<Path> folders = Files.list(DataHome.find().recorded())) {
            return folders.filter(Files::isDirectory).toList();
        }
    }

    @Test
    void itIsWrittenWhereItDiffers() {
        Settings other = WITH_IT.with("smoothing", "1e-4");
        assertEquals(Experiment.paper("lfw").canonical(), WITH_IT.canonical());
        assertEquals(Experiment.paper("lfw").canonical() + " smoothing=0.0001", other.canonical());
        assertEquals(Experiment.paper("lfw").canonical() + " smoothing=0.0001 grey=true", other.with(GREY, true).canonical());
        assertNotEquals(WITH_IT.id(), other.id());
        assertEquals(WITH_IT.id(), other.with(SMOOTHING, 0.0).id());
        assertEquals("0.0001", other.texts().get("smoothing"));
        assertEquals("0", WITH_IT.texts().get("smoothing"), "tables of runs that differ in it show both");
    }

    @Test
    void itIsReadAndWrittenAsJson() {
        Settings other = WITH_IT.with(SMOOTHING, 0.25).with(GREY, true);
        JsonObject json = ExperimentJson.write(other);
        assertEquals(other, ExperimentJson.read(json, WITH_IT));
        assertTrue(json.toString().endsWith("\"backbone\":\"TRAINED\",\"smoothing\":0.25,\"grey\":true}"), json.toString());
        assertFalse(ExperimentJson.write(WITH_IT).has("smoothing"));
    }

    @Test
    void aStudysFileVariesIt() {
        List<Settings> runs = new StudyLines(Map.of("data", "lfw", "smoothing", List.of("0", "1e-4"), "epochs", "1")).settings(WITH_IT);
        assertEquals(Set.of(WITH_IT, WITH_IT.with(SMOOTHING, 0.0001)), Set.copyOf(runs));
        refused("The setting smoothing is -1.0; it has to be 0 or more.", () -> WITH_IT.with("smoothing", "-1").check());
        refused("The setting smoothing is much; it has to be a number, such as 0.01.", () -> WITH_IT.with("smoothing", "much"));
        refused("The setting grey is maybe; it has to be true or false.", () -> WITH_IT.with("grey", "maybe"));
    }

    private static void refused(String message, Runnable settings) {
        assertEquals(message, assertThrows(FacetException.class, settings::run).getMessage());
    }

    /** Its run is read by nobody who does not know what it means, and not deleted for that. */
    @Test
    void anOlderFacetDoesNotReadIt(@TempDir Path folder) throws IOException {
        String text = Files.readString(recorded().get(0).resolve(RunClaim.FILE));
        Files.writeString(folder.resolve(RunClaim.FILE), text.replace("\"data\":", "\"smoothing\": 0.1,\n    \"data\":"));
        refused(folder.resolve(RunClaim.FILE) + " has the setting smoothing, which this Facet does not know. Update Facet to read the run.", () -> RunClaim.read(folder));
        Files.writeString(folder.resolve(RunClaim.FILE), text.replaceFirst("\"backbone\"", "\"unknown\""));
        assertTrue(assertThrows(FacetException.class, () -> RunClaim.read(folder)).getMessage().contains("unknown"));
        Files.writeString(folder.resolve(RunClaim.FILE), text.replaceFirst("\"seed\": [0-9]+,", ""));
        assertTrue(assertThrows(FacetException.class, () -> RunClaim.read(folder)).getMessage().startsWith("Can't read " + folder), "one that is always written");
    }
}
