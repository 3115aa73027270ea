package facet.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import facet.io.FacetException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class PaperClaimsTest {

    private static final Path NOTEBOOK = Path.of("../notebooks/05-result-tables.ipynb");

    /** A section for each claim, and a row of the last table. */
    @Test
    void theNotebookHasASectionAndARowForEachClaim() throws IOException {
        List<String> letters = PaperClaims.ALL.stream().map(claim -> String.valueOf(claim.letter())).toList();
        assertEquals(letters, found(Pattern.compile("## \\d+\\. \\((\\w)\\) .*")));
        assertEquals(letters, found(Pattern.compile("\\| \\((\\w)\\) \\|.*")));
    }

    @Test
    void aClaimSpeaksOfSetsOfThePaper() {
        PaperClaims.ALL.forEach(claim -> claim.sets().forEach(set -> PaperNumbers.triplets(set).orElseThrow(() -> new AssertionError(set))));
    }

    @Test
    void aClaimIsFoundByItsLetter() {
        assertEquals("4", PaperClaims.claim('b').section());
        assertEquals("There is no claim (g). Take one from (a) to (f).", assertThrows(FacetException.class, () -> PaperClaims.claim('g')).getMessage());
    }

    /** What a pattern finds in the lines of the notebook's Markdown cells. */
    private static List<String> found(Pattern pattern) throws IOException {
        return stream(JsonParser.parseString(Files.readString(NOTEBOOK)).getAsJsonObject().get("cells"))
                .filter(cell -> cell.getAsJsonObject().get("cell_type").getAsString().equals("markdown"))
                .flatMap(cell -> stream(cell.getAsJsonObject().get("source"))).map(line -> line.getAsString().strip())
                .map(pattern::matcher).filter(line -> line.matches()).map(line -> line.group(1)).toList();
    }

    private static Stream<JsonElement> stream(JsonElement array) {
        return StreamSupport.stream(array.getAsJsonArray().spliterator(), false);
    }
}
