package facet.model.weights;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import facet.io.PlainText;
import java.io.IOException;
import java.io.StringReader;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/**
 * Reads the JSON of a safetensors header value by value: Gson's tree would keep the last of two equal names and take 1.5 for a whole number.
 * What is wrong is an IllegalArgumentException that says where.
 */
final class HeaderReader {

    private static final Pattern WHOLE = Pattern.compile("\\d{1,18}"); // what a long holds
    private static final int LONGEST_NAME = 300;
    private static final int BRIEF = 60;

    private final JsonReader json;

    /** Reads a text. */
    HeaderReader(String text) {
        json = new JsonReader(new StringReader(text));
        json.setStrictness(Strictness.STRICT);
    }

    /** Reads the whole header; throws an IOException where it is no JSON. */
    SafetensorsHeader header() throws IOException {
        Map<String, String> metadata = new LinkedHashMap<>();
        Map<String, TensorEntry> tensors = new LinkedHashMap<>();
        Set<String> seen = begin("the header");
        while (json.hasNext()) {
            String name = field("the header", seen);
            if (name.equals(Safetensors.METADATA)) {
                metadata(metadata);
            } else {
                tensors.put(name, tensor(name));
            }
        }
        json.endObject();
        expect(JsonToken.END_DOCUMENT, "what follows the header", "empty");
        return new SafetensorsHeader(metadata, tensors);
    }

    private void metadata(Map<String, String> into) throws IOException {
        Set<String> seen = begin(Safetensors.METADATA);
        while (json.hasNext()) {
            String key = field(Safetensors.METADATA, seen);
            into.put(key, string(Safetensors.METADATA + " " + key));
        }
        json.endObject();
    }

    private TensorEntry tensor(String name) throws IOException {
        String what = "tensor " + name;
        TensorType type = null;
        long[] shape = null;
        long[] offsets = null;
        Set<String> seen = begin(what);
        while (json.hasNext()) {
            String field = field(what, seen);
            switch (field) {
                case "dtype" -> type = type(what);
                case "shape" -> shape = wholeNumbers("the shape of " + what);
                case "data_offsets" -> offsets = wholeNumbers("the data_offsets of " + what);
                default -> throw new IllegalArgumentException(what + " has a field " + field + ", which the format does not have");
            }
        }
        json.endObject();
        if (type == null || shape == null || offsets == null) {
            throw new IllegalArgumentException(what + " lacks its " + (type == null ? "dtype" : shape == null ? "shape" : "data_offsets"));
        }
        if (offsets.length != 2) {
            throw new IllegalArgumentException("the data_offsets of " + what + " are " + offsets.length + " numbers, not two");
        }
        return TensorEntry.of(name, type, shape, offsets[0], offsets[1]);
    }

    private TensorType type(String what) throws IOException {
        String type = string("the dtype of " + what);
        try {
            return TensorType.valueOf(type);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(what + " is of the type " + brief(type) + ", which Facet does not know", e);
        }
    }

    private Set<String> begin(String what) throws IOException {
        expect(JsonToken.BEGIN_OBJECT, what, "an object");
        json.beginObject();
        return new HashSet<>();
    }

    private String field(String what, Set<String> seen) throws IOException {
        String name = json.nextName();
        if (name.length() > LONGEST_NAME || !PlainText.isPlain(name)) { // messages and terminals show names
            throw new IllegalArgumentException(what + " has a name with characters that can't be printed, or longer than " + LONGEST_NAME + ": " + brief(name));
        }
        if (!seen.add(name)) {
            throw new IllegalArgumentException(what + " has " + name + " twice");
        }
        return name;
    }

    private String string(String what) throws IOException {
        expect(JsonToken.STRING, what, "a text");
        return json.nextString();
    }

    private long[] wholeNumbers(String what) throws IOException {
        expect(JsonToken.BEGIN_ARRAY, what, "a list of whole numbers");
        LongStream.Builder numbers = LongStream.builder();
        json.beginArray();
        while (json.hasNext()) {
            expect(JsonToken.NUMBER, what, "a list of whole numbers");
            String number = json.nextString();
            if (!WHOLE.matcher(number).matches()) {
                throw new IllegalArgumentException(what + " holds " + brief(number) + ", which is not a whole number from 0 to 10^18");
            }
            numbers.add(Long.parseLong(number));
        }
        json.endArray();
        return numbers.build().toArray();
    }

    /** Shortens a text from a file to its beginning, as a message shows it. */
    static String brief(String text) {
        return PlainText.line(text, BRIEF);
    }

    private void expect(JsonToken kind, String what, String words) throws IOException {
        if (json.peek() != kind) {
            throw new IllegalArgumentException(what + " is not " + words);
        }
    }
}
