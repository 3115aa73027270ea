package facet.model.weights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import facet.io.FacetException;
import facet.model.FaceEmbedder;
import facet.model.ModelFile;
import facet.model.net.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelProvenanceTest {

    private static final ModelProvenance TRAINED = ModelProvenance.training("My photos", "0123456789ab", -7, "data=My photos groups=0").after(10);

    @TempDir
    private Path folder;

    @Test
    void whatIsExportedIsReadBack() {
        Path file = folder.resolve("model.safetensors");
        Path silent = folder.resolve("silent.safetensors");
        try (NDManager manager = NDManager.newBaseManager()) {
            FaceEmbedder model = FaceEmbedder.builder().level(Level.NONE).build(manager);
            ModelFile.write(model, 224, TRAINED, file);
            ModelFile.write(model, 224, silent);
        }
        assertEquals(TRAINED, Weights.file(file).provenance());
        ModelProvenance aligned = TRAINED.aligned(Optional.of("EYES"), Optional.of("ab12"));
        assertEquals(aligned, read(aligned.metadata()));
        assertEquals("EYES", aligned.after(11).metadata().get("align"), "a later epoch's, too");
        assertEquals(ModelProvenance.UNKNOWN, Weights.file(silent).provenance());
    }

    @Test
    void theFilesOwnTextHasAllOfIt() {
        assertEquals("{facet.data=My photos, facet.split=0123456789ab, facet.seed=-7, facet.settings=data=My photos groups=0, facet.epoch=10, facet.version=" + ModelProvenance.FACET + "}",
                TRAINED.metadata().toString());
        assertEquals(Map.of(), ModelProvenance.UNKNOWN.metadata());
    }

    @Test
    void whatAFileLacksIsEmpty() {
        assertEquals(ModelProvenance.UNKNOWN, read(Map.of("epoch", "3", "seed", "none")), "another program's words");
        assertEquals(new ModelProvenance(Optional.empty(), Optional.of("ab"), OptionalLong.empty(), Optional.empty(), OptionalInt.of(3), Optional.empty(), Optional.empty(), Optional.empty()),
                read(Map.of("facet.split", "ab", "facet.epoch", "3")));
        assertEquals(ModelProvenance.UNKNOWN, Weights.embedded().provenance());
    }

    @ParameterizedTest
    @CsvSource({"facet.epoch,ten", "facet.epoch,-1", "facet.epoch,2147483648", "facet.seed,1.5", "facet.seed,''"})
    void aDamagedValueIsNamed(String key, String value) {
        String message = assertThrows(FacetException.class, () -> read(Map.of(key, value))).getMessage();
        assertEquals(folder.resolve("some.safetensors") + " has " + key + " " + value + ", which Facet does not know. Export it again, or download it again.", message);
    }

    @Test
    void isOneSentenceInPlainText() {
        assertEquals(Optional.of("trained on My photos, split 0123456789ab, seed -7, epoch 10, Facet " + ModelProvenance.FACET), TRAINED.sentence());
        assertEquals(Optional.empty(), ModelProvenance.UNKNOWN.sentence());
        assertEquals(Optional.of("trained on a b\\u202ec"), read(Map.of("facet.data", "a\\nb\\u202Ec")).sentence());
    }

    @Test
    void theVersionIsThePoms() throws IOException {
        Matcher version = Pattern.compile("<artifactId>facet-parent</artifactId>\\s*<version>([^<]+)</version>").matcher(Files.readString(Path.of("../pom.xml")));
        assertTrue(version.find());
        assertEquals(version.group(1), ModelProvenance.FACET);
    }

    private ModelProvenance read(Map<String, String> metadata) {
        return Weights.file(TensorFile.zeros(folder.resolve("some.safetensors"), Map.of(), metadata)).provenance();
    }
}
