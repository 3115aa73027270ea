package facet.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PaperNumbersTest {

    private static final Path SOURCES = Path.of("src/main/java");

    /** Losses and accuracies with three decimals, which nothing else is likely to have: whoever looks for one finds one file. */
    @Test
    void thePapersNumbersStandInOneFile() throws IOException {
        List<Double> numbers = Stream.concat(PaperNumbers.TABLE_1.stream().flatMap(row -> Stream.of(row.loss(), row.accuracy())),
                Stream.of(PaperNumbers.TEST_AT_RATE_0_01, PaperNumbers.BEST_VALIDATION_AT_RATE_0_01)).filter(number -> String.valueOf(number).length() == 5).toList();
        assertEquals(7, numbers.size(), numbers.toString());
        for (double number : numbers) {
            Pattern alone = Pattern.compile("(?<![\\d.])" + Pattern.quote(String.valueOf(number)) + "(?!\\d)");
            assertEquals(List.of("PaperNumbers.java"), files(alone), String.valueOf(number));
        }
    }

    private static List<String> files(Pattern pattern) throws IOException {
        try (Stream<Path> walk = Files.walk(SOURCES)) {
            List<Path> sources = walk.filter(file -> file.toString().endsWith(".java")).toList();
            assertTrue(sources.size() > 200, "the library's sources are read: " + sources.size());
            Stream.Builder<String> found = Stream.builder();
            for (Path source : sources) {
                if (pattern.matcher(Files.readString(source)).find()) {
                    found.add(String.valueOf(source.getFileName()));
                }
            }
            return found.build().toList();
        }
    }
}
