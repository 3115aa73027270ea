package facet.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import facet.data.GeneratedFaces;
import facet.data.Triplet;
import facet.io.DataHome;
import facet.model.net.Precision;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FacetWorkerTest {

    @TempDir
    Path folder;

    @Test
    void doesEveryTaskThatADriverGives() throws IOException {
        Settings small = new Settings("small", 32, 1, 2, 2, 6, 3, 32, 2);
        List<Triplet> triplets = GeneratedFaces.open(DataHome.find()).triplets().subList(0, 4);
        Path images = folder.resolve("pictures.bytes");
        Tasks tasks = new Tasks(small, triplets, folder.resolve("start.safetensors"), images, images);
        PixelFile.write(images, 32, tasks.images());
        assertEquals(12 * 32 * 32 * 3, Files.size(images));
        assertEquals(List.of(triplets.get(0).anchor(), triplets.get(1).anchor(), triplets.get(0).positive()), tasks.images().subList(0, 3));

        List<JsonObject> answers = answers(Tasks.plain("about"), tasks.writeStart(), tasks.open(), tasks.of(Measure.STEP), tasks.of(Measure.EMBED),
                tasks.of(Measure.EPOCH), tasks.losses(), tasks.losses());

        assertTrue(answers.get(0).get("torch").getAsString().startsWith("2."), answers.toString());
        for (int measured = 3; measured < 6; measured++) {
            assertTrue(answers.get(measured).get("value").getAsDouble() > 0, answers.toString());
        }
        List<Double> losses = answers.get(6).getAsJsonArray("losses").asList().stream().map(loss -> loss.getAsDouble()).toList();
        assertEquals(2, losses.size());
        assertTrue(losses.stream().allMatch(loss -> loss >= 0 && Double.isFinite(loss)), losses.toString());
        assertEquals(answers.get(6), answers.get(7), "each curve begins with the start network, not with what was trained before");
    }

    private static List<JsonObject> answers(JsonObject... tasks) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String lines = Stream.of(tasks).map(JsonObject::toString).collect(Collectors.joining("\n"));
        try (FacetWorker worker = new FacetWorker(Precision.FP32)) {
            worker.serve(new BufferedReader(new StringReader(lines)), new PrintStream(out));
        }
        return out.toString().lines().map(line -> JsonParser.parseString(line).getAsJsonObject()).toList();
    }
}
