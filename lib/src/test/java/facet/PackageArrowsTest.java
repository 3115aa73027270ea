package facet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Packages point one way: each knows only those before it in the list, so there is no circle. */
class PackageArrowsTest {

    private static final Path SOURCES = Path.of("src/main/java");

    private static final List<String> ORDER = List.of("facet.machine", "facet.io", "facet.data.image", "facet.data.download", "facet.data",
            "facet.model.net", "facet.model.weights", "facet.model", "facet.model.cache", "facet.align", "facet.eval",
            "facet.eval.compare", "facet.eval.verification", "facet.eval.quiz", "facet.eval.places", "facet.eval.reading", "facet.train", "facet.train.mining", "facet.train.diagnosis", "facet.parity", "facet.study", "facet.study.parallel", "facet.paper", "facet.report", "facet.report.progress", "facet.report.table", "facet.report.chart", "facet.cli");

    private static final Pattern COMMENT = Pattern.compile("/\\*(?s:.*?)\\*/|//[^\\n]*");
    private static final Pattern MENTION = Pattern.compile("\\b(facet(?:\\.[a-z]+)+)\\.[A-Z*]");

    @Test
    void eachPackageKnowsOnlyThoseBeforeIt() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            List<Path> sources = files.filter(file -> file.toString().endsWith(".java")).toList();
            assertTrue(sources.size() > 200, "the library's sources are read: " + sources.size());
            assertEquals(List.of(), sources.stream().flatMap(PackageArrowsTest::upwards).toList());
        }
    }

    @Test
    void eachPackageSaysWhatItIsFor() {
        assertEquals(List.of(), ORDER.stream().filter(name -> !Files.isRegularFile(SOURCES.resolve(name.replace('.', '/')).resolve("package-info.java"))).toList());
    }

    /** @return the arrows of a file that point to its own place in the order or behind it */
    private static Stream<String> upwards(Path file) {
        String own = SOURCES.relativize(file.getParent()).toString().replace(file.getFileSystem().getSeparator(), ".");
        return MENTION.matcher(COMMENT.matcher(read(file)).replaceAll("")).results().map(mention -> mention.group(1)).distinct()
                .filter(other -> !other.equals(own) && (ORDER.indexOf(other) < 0 || ORDER.indexOf(other) > ORDER.indexOf(own)))
                .map(other -> file.getFileName() + " of " + own + " knows " + other);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
