package facet.model.weights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.io.FacetException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A file for each field of the header that can be wrong: every one is refused in a sentence that names the file. */
class MalformedSafetensorsTest {

    private static final String GOOD = entry("\"F32\"", "[2]", "[0,8]");

    @TempDir
    Path folder;

    /** Headers that are followed by 8 bytes, and what is said of them. */
    static Stream<Arguments> headers() {
        return Stream.of(
                // the JSON
                header("", "is not a safetensors file, or only a part of one"),
                header("  ", "is no JSON"),
                header("{" + GOOD, "is no JSON"),
                header("{" + GOOD + "} {}", "is no JSON"),
                header("{" + GOOD + ",}", "is no JSON"),
                header("{'a':1}", "is no JSON"),
                header("[" + "1]", "the header is not an object"),
                header("\"a\"", "the header is not an object"),
                header("null", "the header is not an object"),
                header("{" + GOOD + "," + GOOD + "}", "the header has a twice"),
                // the metadata
                header("{\"__metadata__\":null," + GOOD + "}", "__metadata__ is not an object"),
                header("{\"__metadata__\":[1]," + GOOD + "}", "__metadata__ is not an object"),
                header("{\"__metadata__\":{\"epoch\":3}," + GOOD + "}", "__metadata__ epoch is not a text"),
                header("{\"__metadata__\":{\"epoch\":{}}," + GOOD + "}", "__metadata__ epoch is not a text"),
                header("{\"__metadata__\":{\"epoch\":\"3\",\"epoch\":\"4\"}," + GOOD + "}", "__metadata__ has epoch twice"),
                header("{\"__metadata__\":{},\"__metadata__\":{}," + GOOD + "}", "the header has __metadata__ twice"),
                // an entry
                header("{\"a\":7}", "tensor a is not an object"),
                header("{\"a\":{}}", "tensor a lacks its dtype"),
                header("{\"a\":{\"dtype\":\"F32\",\"data_offsets\":[0,8]}}", "tensor a lacks its shape"),
                header("{\"a\":{\"dtype\":\"F32\",\"shape\":[2]}}", "tensor a lacks its data_offsets"),
                header("{\"a\":{\"dtype\":\"F32\",\"dtype\":\"F16\",\"shape\":[2],\"data_offsets\":[0,8]}}", "tensor a has dtype twice"),
                header("{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8],\"stride\":[1]}}", "tensor a has a field stride"),
                header("{\"__metadata__\":{\"\\u001b[2J\":\"\"}," + GOOD + "}", "__metadata__ has a name with characters that can't be printed, or longer than 300: \\u001b[2J"),
                header("{\"\u202Ea\":7}", "the header has a name with characters that can't be printed, or longer than 300: \\u202ea."),
                header("{\"" + "a".repeat(301) + "\":7}", "the header has a name with characters that can't be printed, or longer than 300: " + "a".repeat(60) + "..."),
                // its type
                tensor("\"\\u001b[2J" + "F".repeat(1000) + "\"", "[2]", "[0,8]", "tensor a is of the type \\u001b[2J" + "F".repeat(56) + "..., which"),
                tensor("\"F99\"", "[2]", "[0,8]", "tensor a is of the type F99, which Facet does not know"),
                tensor("\"f32\"", "[2]", "[0,8]", "tensor a is of the type f32, which Facet does not know"),
                tensor("32", "[2]", "[0,8]", "the dtype of tensor a is not a text"),
                tensor("null", "[2]", "[0,8]", "the dtype of tensor a is not a text"),
                // its shape
                tensor("\"F32\"", "2", "[0,8]", "the shape of tensor a is not a list of whole numbers"),
                tensor("\"F32\"", "null", "[0,8]", "the shape of tensor a is not a list of whole numbers"),
                tensor("\"F32\"", "[\"2\"]", "[0,8]", "the shape of tensor a is not a list of whole numbers"),
                tensor("\"F32\"", "[[2]]", "[0,8]", "the shape of tensor a is not a list of whole numbers"),
                tensor("\"F32\"", "[-2]", "[0,8]", "the shape of tensor a holds -2, which is not a whole number"),
                tensor("\"F32\"", "[2.0]", "[0,8]", "the shape of tensor a holds 2.0, which is not a whole number"),
                tensor("\"F32\"", "[2e0]", "[0,8]", "the shape of tensor a holds 2e0, which is not a whole number"),
                tensor("\"F32\"", "[36893488147419103234]", "[0,8]", "the shape of tensor a holds 36893488147419103234, which is not a whole number"),
                tensor("\"F32\"", "[4294967296,4294967296,2]", "[0,8]", "which is too large"),
                tensor("\"F32\"", "[3]", "[0,8]", "tensor a of the type F32 and the shape (3) needs 12 bytes and has 8"),
                tensor("\"F32\"", "[]", "[0,8]", "needs 4 bytes and has 8"),
                tensor("\"F16\"", "[2]", "[0,8]", "tensor a of the type F16 and the shape (2) needs 4 bytes and has 8"),
                // its place
                tensor("\"F32\"", "[2]", "8", "the data_offsets of tensor a is not a list of whole numbers"),
                tensor("\"F32\"", "[2]", "[0,\"8\"]", "the data_offsets of tensor a is not a list of whole numbers"),
                tensor("\"F32\"", "[2]", "[0]", "the data_offsets of tensor a are 1 numbers, not two"),
                tensor("\"F32\"", "[2]", "[0,8,8]", "the data_offsets of tensor a are 3 numbers, not two"),
                tensor("\"F32\"", "[2]", "[-8,0]", "the data_offsets of tensor a holds -8"),
                tensor("\"F32\"", "[2]", "[0,8.5]", "the data_offsets of tensor a holds 8.5"),
                tensor("\"F32\"", "[2]", "[8,0]", "tensor a begins at byte 8 and ends before, at 0"),
                tensor("\"F32\"", "[3]", "[0,12]", "ends before its tensor a does"),
                tensor("\"F32\"", "[2]", "[9223372036854775800,9223372036854775808]", "the data_offsets of tensor a holds 9223372036854775800"),
                tensor("\"F32\"", "[1]", "[0,4]", "the bytes behind tensor a belong to no tensor"),
                tensor("\"F32\"", "[1]", "[4,8]", "the bytes between the header and tensor a belong to no tensor"),
                header("{}", "the bytes behind the header belong to no tensor"),
                header("{" + GOOD + ",\"b\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}", "tensor a and tensor b share bytes"),
                header("{" + GOOD + ",\"b\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}", "share bytes"),
                header("{" + entry("\"U8\"", "[2]", "[0,2]") + ",\"b\":{\"dtype\":\"U8\",\"shape\":[5],\"data_offsets\":[3,8]}}",
                        "the bytes between tensor a and tensor b belong to no tensor"));
    }

    @ParameterizedTest
    @MethodSource("headers")
    void isRefusedByName(String header, String says) {
        assertRefused(TensorFile.write(folder.resolve("bad.safetensors"), header, 8), says);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, Long.MIN_VALUE, Long.MAX_VALUE, 1000, 100_000_001})
    void aLengthThatCannotBeIsRefused(long length) {
        assertRefused(TensorFile.write(folder.resolve("bad.safetensors"), length, ("{" + GOOD + "}").getBytes(StandardCharsets.UTF_8), 8),
                "is not a safetensors file, or only a part of one");
    }

    @Test
    void aHeaderThatIsNoUtf8IsRefused() {
        assertRefused(TensorFile.write(folder.resolve("bad.safetensors"), 5, new byte[] {'{', '"', (byte) 0xff, '"', '}'}, 8), "is no JSON");
    }

    /** A damaged file of kept features is deleted; one that could not be opened is not: the cause tells them apart. */
    @Test
    void damageHasNoIoExceptionAsItsCause() {
        Path file = TensorFile.write(folder.resolve("bad.safetensors"), "{", 8);
        assertFalse(assertThrows(FacetException.class, () -> Safetensors.read(file)).getCause() instanceof IOException);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "F32 [3]", "F32 [2,2]", "I8 [2]", "U8 [2]"})
    void anInt8TensorNeedsAScaleForEachOutputChannel(String scale) {
        String header = "{\"a\":{\"dtype\":\"I8\",\"shape\":[2,4],\"data_offsets\":[0,8]}";
        int bytes = switch (scale) {
            case "" -> 0;
            case "F32 [3]" -> 12;
            case "F32 [2,2]" -> 16;
            default -> 2;
        };
        if (bytes > 0) {
            String[] typeAndShape = scale.split(" ");
            header += "," + TensorFile.entry("a.scale", '"' + typeAndShape[0] + '"', typeAndShape[1], "[8," + (8 + bytes) + "]");
        }
        Path file = TensorFile.write(folder.resolve("bad.safetensors"), header + "}", 8 + bytes);
        Safetensors tensors = Safetensors.read(file);
        String message = assertThrows(FacetException.class, () -> tensors.floats("a")).getMessage();
        String says = scale.startsWith("U8") ? ": tensor a.scale is of the type U8." : ": the int8 tensor a needs a tensor a.scale of 2 floating-point numbers";
        assertTrue(message.startsWith(file + says), message);
    }

    @Test
    void whatIsRightIsRead() {
        Path file = TensorFile.write(folder.resolve("good.safetensors"), "{" + GOOD + ",\"none\":{\"dtype\":\"F32\",\"shape\":[0,4],\"data_offsets\":[8,8]}}   ", 8);
        assertEquals(List.of("a", "none"), List.copyOf(Safetensors.read(file).names()));
        assertEquals(2, Safetensors.read(file).floats("a").remaining());
        assertEquals(0, Safetensors.read(file).floats("none").remaining());
        assertEquals(0, Safetensors.read(TensorFile.write(folder.resolve("empty.safetensors"), "{}", 0)).names().size());
    }

    private static void assertRefused(Path file, String says) {
        String message = assertThrows(FacetException.class, () -> Safetensors.read(file)).getMessage();
        assertTrue(message.startsWith(file.toString()) && message.contains(says) && message.endsWith(". Export or download it again."), message);
    }

    private static Arguments tensor(String type, String shape, String offsets, String says) {
        return header("{" + entry(type, shape, offsets) + "}", says);
    }

    private static String entry(String type, String shape, String offsets) {
        return TensorFile.entry("a", type, shape, offsets);
    }

    private static Arguments header(String json, String says) {
        return Arguments.of(json, says);
    }
}
