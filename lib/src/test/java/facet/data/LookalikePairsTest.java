package facet.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.data.LookalikePairs.Pair;
import facet.data.download.PublishedFile;
import facet.io.DataHome;
import facet.io.FacetException;
import facet.io.Progress;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** With a list of names that nobody bears. */
class LookalikePairsTest {

    private static final List<Pair> PAIRS = List.of(new Pair("Béa Quill", "Ada Stone"), new Pair("Cleo Marsh", "Dora Pike"), new Pair("Eve Nobody", "Ada Stone"),
            new Pair("Fay Reed", "Gus Vale"), new Pair("Mary-Kay Fenn", "Ann Fenn"));
    private static final List<String> KNOWN = List.of("Cleo_Marsh", "Dora_Pike");

    @TempDir
    private Path folder;

    @Test
    void aPairIsAGroupWhereOneOfThemHasTwoImages() {
        List<Triplet> triplets = LookalikePairs.triplets(PAIRS, List.of(person("Cleo_Marsh", 3), person("Dora_Pike", 1), person("Ada_Stone", 2),
                person("Béa_Quill", 1), person("Fay_Reed", 1), person("Gus_Vale", 1), person("Mary-Kay_Fenn", 1), person("Ann_Fenn", 2)));
        assertEquals(List.of("Ada_Stone and Béa_Quill", "Cleo_Marsh and Dora_Pike", "Ann_Fenn and Mary-Kay_Fenn"), triplets.stream().map(Triplet::name).toList());
        assertEquals(new Triplet("Ada_Stone and Béa_Quill", LookalikePairs.KIND, image("Ada_Stone", 1), image("Ada_Stone", 2), image("Béa_Quill", 1)), triplets.get(0));
    }

    @Test
    void nobodyOfThemIsTrainedOn() {
        List<Person> people = new ArrayList<>(IntStream.range(0, 50).mapToObj(i -> person("n" + i, 2)).toList());
        people.addAll(List.of(person("Cleo_Marsh", 3), person("Dora_Pike", 2)));
        FaceSet faces = new FaceSet("lfw", people, List.of(), LookalikePairs.triplets(PAIRS, people));
        for (int seed = 0; seed < 20; seed++) {
            TripletSplit split = TripletSplit.of(faces, seed);
            assertTrue(split.testSets().get(0).people().containsAll(KNOWN));
            assertTrue(Stream.of(split.train(), split.validation()).flatMap(part -> part.people().stream()).noneMatch(KNOWN::contains));
        }
    }

    @Test
    void whereTheyAreMoreThanTheTestPartHoldsTheSplitIsRefused() {
        List<Person> few = List.of(person("a", 2), person("b", 2), person("c", 2), person("d", 2), person("Fay_Reed", 2), person("Gus_Vale", 2),
                person("Cleo_Marsh", 3), person("Dora_Pike", 2));
        FaceSet faces = new FaceSet("few", few, List.of(), LookalikePairs.triplets(PAIRS, few));
        assertTrue(assertThrows(FacetException.class, () -> TripletSplit.of(faces, 1)).getMessage().contains("kept from training"));
    }

    @Test
    void aListIsReadByItsFirstTwoColumns() throws IOException {
        Path list = write("\uFEFFPair 1,Pair 2,note\r\nBéa Quill,Ada Stone,\"sisters, by birth\"\r\n\r\n\"Cleo Marsh\",Dora Pike\r\n");
        assertEquals(PAIRS.subList(0, 2), LookalikePairs.read(list));
        assertEquals(PAIRS.subList(0, 2), open(published("-"), list.toString()));
    }

    @Test
    void aRowOfOneNameIsNamed() throws IOException {
        for (String row : List.of("Cleo Marsh", "Cleo Marsh,", " ,Cleo Marsh")) {
            Path list = write("Pair 1,Pair 2\nBéa Quill,Ada Stone\n" + row + "\n");
            assertSays(list + ", line 3: a pair needs two names", () -> LookalikePairs.read(list));
        }
        Path list = Files.write(folder.resolve("pairs.csv"), new byte[] {'a', ',', 'b', '\n', (byte) 0xE9, ',', 'c', '\n'});
        assertSays("Can't read " + list, () -> LookalikePairs.read(list));
        Path quote = write("Pair 1,Pair 2\n\"Cleo\" Marsh,Ada Stone\n");
        assertSays("Can't read " + quote, () -> LookalikePairs.read(quote));
    }

    @Test
    void theListIsTakenFromTheCacheWhereItIsThatOne() throws IOException {
        Path kept = new DataHome(folder).cache().resolve("pairs.csv");
        Files.createDirectories(kept.getParent());
        Files.copy(write("Pair 1,Pair 2\nBéa Quill,Ada Stone\n"), kept);
        assertEquals(PAIRS.subList(0, 1), open(published(DigestUtils.sha256Hex(Files.readAllBytes(kept))), " "));
        assertSays("pairs.csv has the SHA-256", () -> open(published("-"), null));
    }

    /** The people on the list are kept from training: without it the split would be another. */
    @Test
    void withoutTheListNothingGoesOn() {
        assertSays("The set lfw needs a list of look-alikes, who are kept from training. Could not download http://localhost:1/pairs.csv", () -> open(published("-"), null));
        assertSays("Or set FACET_LOOKALIKES to a copy.", () -> open(published("-"), null));
        assertSays("FACET_LOOKALIKES is none.csv, and that does not exist", () -> open(published("-"), "none.csv"));
    }

    @Test
    @EnabledIfEnvironmentVariable(named = LookalikePairs.VARIABLE, matches = ".+")
    void thePublishedListHas237Pairs() {
        assertEquals(237, LookalikePairs.open(DataHome.find(), Progress.silent()).size());
    }

    private List<Pair> open(PublishedFile list, String named) {
        return LookalikePairs.open(list, named, new DataHome(folder), Progress.silent());
    }

    private static PublishedFile published(String sum) {
        return new PublishedFile(LookalikePairs.VARIABLE, "the list", "pairs.csv", URI.create("http://localhost:1/pairs.csv"), sum);
    }

    private Path write(String text) throws IOException {
        return Files.write(folder.resolve("pairs.csv"), text.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertSays(String part, Runnable reading) {
        String message = assertThrows(FacetException.class, reading::run).getMessage();
        assertTrue(message.contains(part), message);
    }

    private static Person person(String name, int images) {
        return new Person(name, FaceSet.ORDINARY, IntStream.rangeClosed(1, images).mapToObj(i -> image(name, i)).toList());
    }

    private static Path image(String name, int number) {
        return Path.of(name, name + "_000" + number + ".jpg");
    }
}
