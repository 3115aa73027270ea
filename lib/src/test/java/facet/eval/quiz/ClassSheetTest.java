package facet.eval.quiz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import facet.io.FacetException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassSheetTest {

    private static final PairQuiz QUIZ = QuizExample.of("SDSD");

    @TempDir
    Path folder;

    @Test
    void semicolonsAndCommasAreRead() throws IOException {
        List<Answers> expected = List.of(new Answers("Nur", "SDSD"), new Answers("Jo", "SSSS"));
        assertEquals(expected, read("name;letters\nNur;sd sd\n\nJo;SSSS\n"));
        assertEquals(expected, read("\uFEFFName,Letters,remark\r\nNur,sdsd,late\r\nJo,ssss,\r\n"));
    }

    @Test
    void aBadLineIsNamed() throws IOException {
        assertEquals("sheet.csv, line 3: There are 3 answers to 4 pairs. Write one letter a pair, S for the same person or D for different people.", message("name;letters\nNur;sdsd\nJo;sds\n"));
        assertEquals("sheet.csv, line 2: There are 0 answers to 4 pairs. Write one letter a pair, S for the same person or D for different people.", message("name;letters\nNur\n"));
        assertEquals("sheet.csv, line 2: Answer 4 is a. Write S for the same person or D for different people.", message("name;letters\nNur;sdsa\n"));
        assertEquals("sheet.csv, line 3: Nur has answered already. Give each person a name of their own.", message("name;letters\nNur;sdsd\nNur;ssss\n"));
        assertEquals("sheet.csv, line 2: the name is missing. Write one; it need not be the real one.", message("name;letters\n;sdsd\n"));
    }

    @Test
    void aBadFileIsASentence() throws IOException {
        assertEquals("sheet.csv has no columns name and letters. Its first line must be name;letters.", message("Nur;sdsd\n"));
        assertEquals("sheet.csv: Nobody answered the quiz. Add a line name;letters for each person.", message("name;letters\n"));
        Files.write(folder.resolve("sheet.csv"), "name;letters\nJürgen;sdsd\n".getBytes(StandardCharsets.ISO_8859_1));
        assertEquals("sheet.csv is not a text in UTF-8. Save it as CSV in UTF-8.", message());
        Files.delete(folder.resolve("sheet.csv"));
        assertEquals("There is no file sheet.csv: is the path right?", message());
    }

    private List<Answers> read(String text) throws IOException {
        return ClassSheet.read(Files.writeString(folder.resolve("sheet.csv"), text), QUIZ).people();
    }

    private String message(String text) throws IOException {
        Files.writeString(folder.resolve("sheet.csv"), text);
        return message();
    }

    private String message() {
        FacetException refused = assertThrows(FacetException.class, () -> ClassSheet.read(folder.resolve("sheet.csv"), QUIZ));
        return refused.getMessage().replace(folder + folder.getFileSystem().getSeparator(), "");
    }
}
