package facet.eval.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import facet.io.FacetException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoreFileTest {

    @TempDir
    Path folder;

    private Path file(String... lines) throws IOException {
        return Files.write(folder.resolve("s.csv"), List.of(lines));
    }

    private String refused(String... lines) throws IOException {
        Path csv = file(lines);
        return assertThrows(FacetException.class, () -> ScoreFile.read(csv)).getMessage().replace(folder.toString(), "");
    }

    @Test
    void columnsComeInAnyOrderAndOthersArePassedOver() throws IOException {
        ScoredPairs pairs = ScoreFile.read(file("\uFEFFpart,Distance,same,person_b,person_a,fold", "dev,0.5,1,,Anna,1", "", "test,-1e-3,0,Bert,Anna,2"));
        assertEquals(List.of(new ScoredPair(true, 0.5, "1", "Anna", "Anna"), new ScoredPair(false, -0.001, "2", "Anna", "Bert")), pairs.pairs());
        assertEquals(List.of(new ScoredPair(true, 0.5, "", "", ""), new ScoredPair(false, 2, "", "", "")),
                ScoreFile.read(file("same,distance", "1,0.5", "0,2")).pairs());
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        ScoredPairs pairs = Pairs.random(new Random(1), 30);
        ScoreFile.write(folder.resolve("out.csv"), pairs);
        assertEquals(pairs, ScoreFile.read(folder.resolve("out.csv")));
    }

    @Test
    void aDecimalCommaIsNotTakenForAnotherColumn() throws IOException {
        assertEquals("/s.csv, line 2: the line has 3 cells and the first line names 2. Write decimals with a point, and quote names with commas.", refused("same,distance", "1,0,75", "0,1,5"));
        assertEquals(2, ScoreFile.read(file("same,distance", "1,0.75,", "0,2,,")).pairs().size(), "empty cells at the end say nothing");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "yes,0.5,,,|/s.csv, line 3: same is yes; it has to be 1 for one person or 0 for two.",
        "2,0.5,,,|/s.csv, line 3: same is 2; it has to be 1 for one person or 0 for two.",
        ",0.5,,,|/s.csv, line 3: column same is empty. Fill it in or remove the line.",
        "1,NaN,,,|/s.csv, line 3: the distance is NaN; it has to be a finite number.",
        "1,-Infinity,,,|/s.csv, line 3: the distance is -Infinity; it has to be a finite number.",
        "1,near,,,|/s.csv, line 3: the distance is near, not a number. Write it as 0.75.",
        "1|/s.csv, line 3: column distance is empty. Fill it in or remove the line.",
        "1,0.5,,Anna,Bert|/s.csv, line 3: same is 1, but the people are Anna and Bert.",
        "0,0.5,,Anna,Anna|/s.csv, line 3: same is 0, but both images are of Anna.",
        "0,0.5,1,,|/s.csv: 1 of 2 pairs name no fold. Name one for every pair, or for none."})
    void aBadRowIsNamed(String row, String sentence) throws IOException {
        assertEquals(sentence, refused("same,distance,fold,person_a,person_b", "1,0.4,,,", row));
    }

    @Test
    void aFileThatIsNoneIsNamed() throws IOException {
        assertEquals("/s.csv has no column same; it needs same, distance, with commas between them.", refused("same;distance", "1;2"));
        assertEquals("/s.csv has two columns distance. Remove or rename one.", refused("same,distance,Distance", "1,2,3"));
        assertEquals("There is no file " + folder.resolve("none.csv") + ": is the path right?",
                assertThrows(FacetException.class, () -> ScoreFile.read(folder.resolve("none.csv"))).getMessage());
    }

    @Test
    void oneKindAloneIsRefused() throws IOException {
        String needs = ". Verification needs pairs of one person and pairs of strangers.";
        assertEquals("/s.csv: all 2 pairs are of one person" + needs, refused("same,distance", "1,0.5", "1,0.6"));
        assertEquals("/s.csv: all 2 pairs are of strangers" + needs, refused("same,distance", "0,0.5", "0,0.6"));
        assertEquals("/s.csv: there is one pair" + needs, refused("same,distance", "0,0.5"));
        assertEquals("/s.csv: there are no pairs" + needs, refused("same,distance"));
    }
}
