package facet.spark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import facet.cli.Main;
import facet.io.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real master and two workers do what the local commands do, bit for bit. */
@Timeout(180)
class SparkClusterTest {

    @TempDir
    static Path folder;
    private static LocalCluster cluster;
    private static SparkSettings settings;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        // Embeddings that this Java keeps must not reach the workers: they would be read, not computed.
        settings = new SparkSettings(Map.of("spark.driver.host", "127.0.0.1", "spark.executorEnv.FACET_FEATURES", folder.resolve("features").toString()));
        cluster = new LocalCluster(folder, 2);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        cluster.close();
        settings.close();
    }

    @Test
    void aStudysRunsAreThoseOfTheLocalCommand() throws IOException {
        Path study = study("{data: generated, size: 32, groups: 12, backbone: frozen, lr: [0.001, 0.01], seed: [1, 2], epochs: 2}\n---\n"
                + "{data: generated, size: 32, groups: 4, batch: 2, epochs: 1}");
        String local = run("study", study.toString(), "--runs", folder.resolve("local").toString());
        String cluster = run("study", study.toString(), "--runs", folder.resolve("spark").toString(), "--spark", SparkClusterTest.cluster.master());
        assertEquals(local, cluster, "the table");
        assertEquals(5, files(folder.resolve("local")).keySet().stream().filter(name -> name.endsWith("history.csv")).count());
        assertEquals(files(folder.resolve("local")), files(folder.resolve("spark")));
        assertArrayEquals(new String[0], folder.resolve("spark").toFile().list((store, name) -> name.startsWith(".spark")), "nothing but runs is left");
    }

    @Test
    void aFoldersEmbeddingsAreThoseOfTheLocalCommand() throws IOException {
        Path images = copies(150); // more than a task has
        Path local = folder.resolve("local.csv");
        Path spark = folder.resolve("spark.csv");
        run("embed", "--images", images.toString(), "--size", "32", "--out", local.toString());
        run("embed", "--images", images.toString(), "--size", "32", "--out", spark.toString(), "--spark", cluster.master());
        assertEquals(150, Files.readAllLines(local).size());
        assertEquals(Files.readString(local), Files.readString(spark));
    }

    @Test
    void anImageThatIsNoneIsNamed() throws IOException {
        Path images = Files.createDirectories(folder.resolve("bad"));
        Path bad = Files.writeString(images.resolve("a.jpg"), "<html>");
        String[] command = {"embed", "--images", images.toString(), "--out", folder.resolve("bad.csv").toString(), "--spark", cluster.master()};
        String sentence = refused(command);
        assertTrue(sentence.matches("(?s).*facet: On the worker [^ ]+: " + bad + " is not an image .*"), sentence);
        assertTrue(Files.notExists(folder.resolve("bad.csv")));
    }

    @Test
    void anExecutorWithoutMemoryIsASentence() throws IOException {
        String[] command = {"study", study("{data: generated, size: 32, groups: 4, backbone: frozen, epochs: 1}").toString(), "--runs", folder.resolve("none").toString(),
            "--spark", cluster.master()};
        try (SparkSettings much = new SparkSettings(Map.of("spark.executor.memory", "900g", "spark.scheduler.maxRegisteredResourcesWaitingTime", "3s"))) {
            assertEquals("facet: For 3 s no worker of " + cluster.master() + " has worked for Facet. Each needs 2 cores and 900g of memory free (the master's page shows what they have;"
                    + " OMP_NUM_THREADS=1 and FACET_JAVA_OPTS=-Dspark.executor.memory=1g ask for less), and has to reach this machine (-Dspark.driver.host=ADDRESS).", refused(command).lines().reduce((a, b) -> b).orElseThrow());
        }
        try (SparkSettings little = new SparkSettings(Map.of("spark.executor.memory", "10m"))) {
            String sentence = refused(command);
            assertTrue(sentence.contains("facet: Spark can't start with these settings: Executor memory 10485760 must be at least"), sentence);
        }
    }

    @Test
    void aWorkerThatIsKilledLosesAnEpochAtTheMost() throws Exception {
        Path study = study("{data: generated, size: 32, groups: 8, batch: 2, backbone: [trained, frozen], seed: [1, 2], epochs: 6}");
        run("study", study.toString(), "--runs", folder.resolve("whole").toString());
        Path runs = folder.resolve("killed");
        try (LocalCluster two = new LocalCluster(Files.createDirectories(folder.resolve("two")), 2)) {
            CompletableFuture<Integer> command = CompletableFuture.supplyAsync(() -> SparkMain.run("study", study.toString(), "--runs", runs.toString(), "--spark", two.master()));
            while (!command.isDone() && files(runs, "log.csv").values().stream().filter(log -> log.contains("\n2,")).count() < 2) {
                Thread.sleep(20);
            }
            Map<String, String> logs = files(runs, "log.csv");
            assertTrue(two.hasExecutor(1) && logs.values().stream().noneMatch(log -> log.contains("\n6,")), "both trained runs are at work: " + logs);
            two.kill(1);
            assertEquals(0, command.get());
            assertEquals(files(folder.resolve("whole")), files(runs));
            logs.forEach((run, log) -> assertTrue(files(runs, "log.csv").get(run).startsWith(log.substring(0, log.indexOf("\n2,"))), "epoch 1 of " + run + " is not trained anew"));
        }
    }

    private static Path study(String text) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "study", ".yaml"), text);
    }

    /** So many images in folders, the first of them twice more. */
    private static Path copies(int number) throws IOException {
        Path images = Files.createDirectories(folder.resolve("images"));
        try (Stream<Path> all = Files.walk(Path.of("../../data/generated-faces/images"))) {
            List<Path> faces = all.filter(Files::isRegularFile).sorted().limit(number - 2).toList();
            for (int i = 0; i < faces.size(); i++) {
                Files.copy(faces.get(i), images.resolve(String.format("%03d.jpg", 2 * i)));
            }
            Files.copy(faces.get(0), images.resolve("005.jpg"));
            Files.copy(faces.get(0), images.resolve("999.jpg"));
        }
        return images;
    }

    private static String run(String... command) {
        try (Output output = new Output()) {
            int code = List.of(command).contains("--spark") ? SparkMain.run(command) : Main.run(List.of(), command);
            assertEquals(0, code, output.err());
            return output.out();
        }
    }

    private static String refused(String... command) {
        try (Output output = new Output()) {
            assertEquals(1, SparkMain.run(command), output.out());
            return output.err().strip();
        }
    }

    private static Map<String, String> files(Path runs) {
        return files(runs, "experiment.json|history.csv|distances.csv|steps.csv|checkpoint.safetensors");
    }

    private static Map<String, String> files(Path runs, String names) {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.exists(runs) ? Files.walk(runs) : Stream.empty()) {
            for (Path file : all.filter(path -> path.toString().matches(".*/(" + names + ")")).toList()) {
                files.put(runs.relativize(file).toString(), Files.size(file) > 1_000_000 ? Sha256.of(file) : Files.readString(file));
            }
        } catch (IOException | UncheckedIOException e) {
            return Map.of(); // a file went while it was looked at
        }
        return files;
    }
}
