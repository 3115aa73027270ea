package facet.benchmark;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import facet.data.Triplet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A task as a worker reads it; {@link Tasks} writes them.
 *
 * @param json its name and settings
 */
record TaskLine(JsonObject json) {

    static TaskLine of(String line) {
        return new TaskLine(JsonParser.parseString(line).getAsJsonObject());
    }

    String name() {
        return json.get("task").getAsString();
    }

    Path weights() {
        return Path.of(json.get("weights").getAsString());
    }

    float number(String setting) {
        return json.get(setting).getAsFloat();
    }

    /** Pixels of an image's side. */
    int size() {
        return json.get("size").getAsInt();
    }

    /** Triplets in a step. */
    int batch() {
        return json.get("batch").getAsInt();
    }

    List<Path> files() {
        return paths(json.getAsJsonArray("files"));
    }

    List<Triplet> triplets() {
        List<Triplet> triplets = new ArrayList<>();
        for (JsonElement triplet : json.getAsJsonArray("groups")) {
            List<Path> images = paths(triplet.getAsJsonArray());
            triplets.add(new Triplet(Integer.toString(triplets.size()), "benchmark", images.get(0), images.get(1), images.get(2)));
        }
        return triplets;
    }

    private static List<Path> paths(JsonArray array) {
        return array.asList().stream().map(JsonElement::getAsString).map(Path::of).toList();
    }
}
