package facet.study;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.Map;
import java.util.NoSuchElementException;

/** Writes the settings of an experiment as an object of JSON, and reads them. */
final class ExperimentJson extends TypeAdapter<Experiment> {

    private static final TypeAdapter<JsonElement> ELEMENTS = new Gson().getAdapter(JsonElement.class);

    @Override
    public void write(JsonWriter out, Experiment experiment) throws IOException {
        ELEMENTS.write(out, write(experiment.values()));
    }

    @Override
    public Experiment read(JsonReader in) throws IOException {
        return Experiment.of(read(ELEMENTS.read(in).getAsJsonObject(), Experiment.paper("").values()));
    }

    static JsonObject write(Settings settings) {
        JsonObject json = new JsonObject();
        settings.written().forEach((setting, value) -> json.add(setting.key(), primitive(value)));
        return json;
    }

    private static JsonPrimitive primitive(Object value) {
        if (value instanceof Number number) {
            return new JsonPrimitive(number);
        }
        return value instanceof Boolean yes ? new JsonPrimitive(yes) : new JsonPrimitive(value instanceof Enum<?> one ? one.name() : value.toString());
    }

    /**
     * Reads settings.
     *
     * @param standard all that there are, for those that the object does not name
     * @throws NoSuchElementException for one that is not among them
     * @throws JsonParseException where one is missing that is always written
     */
    static Settings read(JsonObject json, Settings standard) {
        Settings settings = standard;
        for (Map.Entry<String, JsonElement> entry : json.entrySet()) {
            Setting<?> setting = standard.values().keySet().stream().filter(each -> each.key().equals(entry.getKey())).findFirst()
                    .orElseThrow(() -> new NoSuchElementException(entry.getKey()));
            settings = settings.with(setting.name(), entry.getValue().getAsString());
        }
        for (Setting<?> setting : standard.written().keySet()) {
            if (Settings.FIRST.contains(setting.name()) && !json.has(setting.key())) {
                throw new JsonParseException("It lacks the setting " + setting.key() + ".");
            }
        }
        return settings;
    }
}
