package facet.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import facet.data.Triplet;
import facet.data.TripletSet;
import facet.data.TripletSplit;
import facet.io.FacetException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody or a full disk can do to a history.csv. */
class WholeHistoryTest {

    private static final String WHOLE = """
            epoch,set,groups,loss,accuracy
            0,validation,3,0.5,1.0
            0,test,2,0.5,0.5
            0,empty,0,NaN,NaN
            1,train,9,0.4,1.0
            1,validation,3,0.3,1.0
            1,test,2,0.2,1.0
            1,empty,0,NaN,NaN
            2,train,9,0.4,1.0
            2,validation,3,0.3,1.0
            2,test,2,0.2,1.0
            2,empty,0,NaN,NaN
            """;

    @TempDir
    Path folder;
    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("history.csv"), WHOLE);
    }

    @Test
    void aWholeOneIsWhole() throws IOException {
        WholeHistory.check(folder);
        WholeHistory.check(folder, split("test", "empty"));
        Files.delete(file);
        WholeHistory.check(folder, split("test"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "2,empty,0,NaN,NaN\\n||epoch 2 lacks the set empty",
        "1,train,9,0.4,1.0\\n||epoch 1 lacks the set train",
        "2,train|2000000000,train|epoch 2 is missing",
        "0,validation,3,0.5,1.0\\n0,test,2,0.5,0.5\\n0,empty,0,NaN,NaN\\n||epoch 0 is missing",
        "2,test,2,0.2|1,test,2,0.2|it has the set test after epoch 1 twice, or not in its place",
        "2,train|1,train|it has the set train after epoch 1 twice, or not in its place",
        "2,test|2,tests|epoch 2 lacks the set test",
        "2,test,2,0.2,1.0\\n|2,test,2,0.2,1.0\\n2,more,2,0.2,1.0\\n|epoch 2 has the set more, which is none of its own",
        "2,train,9|2,train,8|epoch 2 has 8 triplets of the set train, not 9",
        "0,test,2,0.5|0,test,2,NaN|row 2 has loss NaN and accuracy 0.5 of 2 triplets after epoch 0",
        "0,test,2,0.5|0,test,2,-Infinity|row 2 has loss -Infinity and accuracy 0.5 of 2 triplets after epoch 0",
        "0,test,2,0.5,0.5|0,test,2,0.5,1.5|row 2 has loss 0.5 and accuracy 1.5 of 2 triplets after epoch 0",
        "0,test,2,0.5,0.5|0,test,2,0.5,0.4|row 2 has accuracy 0.4, which no number of correct ones of 2 triplets gives",
        "2,train,9,0.4,1.0|2,train,9,0.4,0.556|row 8 has accuracy 0.556, which no number of correct ones of 9 triplets gives",
        "0,test,2,0.5,0.5|0,test,-2,0.5,0.5|row 2 has loss 0.5 and accuracy 0.5 of -2 triplets after epoch 0",
        "2,empty,0,NaN,NaN\\n|2,empty,0,NaN,NaN|it ends within a line",
    })
    void anyOtherIsNamed(String part, String instead, String wrong) throws IOException {
        String damaged = WHOLE.replace(part.replace("\\n", "\n"), instead == null ? "" : instead.replace("\\n", "\n"));
        Files.writeString(file, damaged);
        assertEquals(file + " is damaged: " + wrong + ". Put the whole file back, or delete the run's folder to train anew; of a run that came with Facet,"
                + " git checkout data/recorded puts it back.", refused(null));
    }

    @Test
    void setsOfOtherFacesAreNamed() {
        assertEquals(true, refused(split("test", "twinlike")).contains("epoch 0 lacks the set twinlike"));
        assertEquals(true, refused(split("test")).contains("epoch 0 has the set empty, which is none of its own"));
    }

    /** After some epochs there was a judge, after others none. */
    @Test
    void aJudgesSetsMayBeMissing() throws IOException {
        String judged = WHOLE.replace("1,empty,0,NaN,NaN\n", "1,empty,0,NaN,NaN\n1,hard test,2,0.2,1.0\n1,hard validation,3,0.2,1.0\n");
        Files.writeString(file, judged);
        WholeHistory.check(folder, split("test", "empty"));
        Files.writeString(file, WHOLE.replace("0,empty,0,NaN,NaN\n", "0,empty,0,NaN,NaN\n0,hard test,2,0.2,1.0\n"));
        WholeHistory.check(folder, split("test", "empty"));
        Files.writeString(file, judged.replace("0,empty,0,NaN,NaN\n", "0,empty,0,NaN,NaN\n0,hard test,3,0.2,1.0\n"));
        assertEquals(true, refused(null).contains("epoch 1 has 2 triplets of the set hard test, not 3"));
    }

    private String refused(TripletSplit split) {
        return assertThrows(FacetException.class, () -> {
            if (split == null) {
                WholeHistory.check(folder);
            } else {
                WholeHistory.check(folder, split);
            }
        }).getMessage();
    }

    /** Three triplets of validation, two of the set test, none of the others. */
    private static TripletSplit split(String... tests) {
        return new TripletSplit("made up", set("train", 9), set("validation", 3), List.of(tests).stream().map(name -> set(name, name.equals("test") ? 2 : 0)).toList());
    }

    private static TripletSet set(String name, int triplets) {
        Path image = Path.of("person", "1.jpg");
        return new TripletSet(name, Collections.nCopies(triplets, new Triplet("g", "ordinary", image, image, image)));
    }
}
