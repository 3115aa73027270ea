package facet.align;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import facet.RelativeError;
import facet.data.image.ImageLoader;
import facet.data.image.Inputs;
import facet.io.FacetException;
import facet.io.Progress;
import facet.model.FaceEmbedder;
import facet.model.GivenBackbone;
import facet.model.Pooling;
import facet.model.cache.PooledWindows;
import facet.model.net.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** SFace's maps, on aligned generated faces. */
class SFaceBodyTest {

    private static final Path RESOURCES = Path.of("src/test/resources/align");
    private static final List<Path> FACES = Stream.of("g0001", "g0002", "g0003").map(name -> RESOURCES.resolve(name + ".png")).toList();

    private static NDList maps(SFaceBody body, NDManager manager, int size, List<Path> faces) {
        try (ImageLoader loader = new ImageLoader(size); Inputs.Feed feed = loader.feed(List.of(faces))) {
            return body.forward(new ParameterStore(manager, false), new NDList(feed.next(manager)), false);
        }
    }

    /** sface-maps.csv: numbers of the maps of g0001.png at some places, and means of some channels, by the graph of SFace's file in plain NumPy. */
    @Test
    void theyAreThoseOfTheGraphInNumPy() throws Exception {
        try (NDManager manager = NDManager.newBaseManager(); SFaceBody body = SFaceBody.of(FaceFiles.sface())) {
            NDList maps = maps(body, manager, 112, FACES);
            int compared = 0;
            for (String line : Files.readAllLines(RESOURCES.resolve("sface-maps.csv")).subList(1, 161)) {
                String[] cells = line.split(",");
                NDArray map = maps.get(cells[0].charAt(1) - '2');
                int side = (int) map.getShape().get(2);
                float[] numbers = map.get(0).get(Long.parseLong(cells[1])).toFloatArray();
                double found = cells[2].isEmpty() ? mean(numbers) : numbers[Integer.parseInt(cells[2]) * side + Integer.parseInt(cells[3])];
                assertEquals(Double.parseDouble(cells[4]), found, 1e-4, line);
                compared++;
            }
            assertEquals(160, compared);
        }
    }

    private static double mean(float[] numbers) {
        double sum = 0;
        for (float x : numbers) {
            sum += x;
        }
        return sum / numbers.length;
    }

    @Test
    void anImageHasTheSameMapsInEveryBatch() {
        try (NDManager manager = NDManager.newBaseManager(); SFaceBody body = SFaceBody.of(FaceFiles.sface())) {
            NDList all = maps(body, manager, 112, FACES);
            NDList last = maps(body, manager, 112, FACES.subList(2, 3));
            for (int map = 0; map < 4; map++) {
                assertArrayEquals(last.get(map).toFloatArray(), all.get(map).get("2:").toFloatArray());
                assertEquals(body.getOutputShapes(new Shape[] {new Shape(3, 3, 112, 112)})[map], all.get(map).getShape());
            }
        }
    }

    /** Windows from the disk, against the pyramid's level and the linear layer's map computed place by place and averaged. */
    @ParameterizedTest
    @EnumSource(Level.class)
    void keptWindowsGiveTheAverageOfTheLevel(Level level, @TempDir Path cache) {
        try (NDManager manager = NDManager.newBaseManager(); FaceEmbedder model = GivenBackbone.build(manager, SFaceBody.of(FaceFiles.sface()), level, 7);
                ImageLoader loader = new ImageLoader(112)) {
            ParameterStore store = new ParameterStore(manager, false);
            Block head = model.getChildren().values().get(1);
            NDArray map = head.forward(store, maps((SFaceBody) model.body(), manager, 112, FACES), false).singletonOrThrow();
            assertEquals(level == Level.NONE ? 7 : level == Level.POOL ? 4 : 56 >> level.ordinal() - 1, map.getShape().get(2));
            PooledWindows.of(model, FACES, loader, cache, Progress.silent());
            List<String> told = new ArrayList<>();
            try (Inputs.Feed windows = PooledWindows.of(model, FACES, loader, cache, (task, done, total, detail) -> told.add(detail)).feed(List.of(FACES))) {
                NDArray embeddings = model.forward(store, new NDList(windows.next(manager)), false).singletonOrThrow();
                double error = RelativeError.of(Pooling.AVERAGE.apply(map).toFloatArray(), embeddings.toFloatArray());
                assertTrue(error < 1e-5, level + " differs by " + error);
            }
            assertEquals(List.of("read from what was kept"), told);
        }
    }

    @Test
    void whatIsNotSFaceOrNotItsSizeIsSaid() {
        Path yunet = FaceFiles.yunet();
        assertEquals(yunet + " is not SFace, or is damaged. Set FACET_SFACE to the file of SFace, face_recognition_sface_2021dec.onnx, or unset it: then Facet fetches it.",
                assertThrows(FacetException.class, () -> SFaceBody.of(yunet)).getMessage());
        try (NDManager manager = NDManager.newBaseManager(); SFaceBody body = SFaceBody.of(FaceFiles.sface())) {
            assertEquals("SFace takes 112 x 112 pixels, not 96 x 96. Set the size to 112.",
                    assertThrows(FacetException.class, () -> maps(body, manager, 96, FACES)).getMessage());
        }
    }
}
