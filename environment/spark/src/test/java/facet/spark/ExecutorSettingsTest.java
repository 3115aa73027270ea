package facet.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.apache.spark.SparkConf;
import org.apache.spark.launcher.JavaModuleOptions;
import org.junit.jupiter.api.Test;

class ExecutorSettingsTest {

    @Test
    void aTaskHasAsManyCoresAndThreadsAsTheLocalProgram() {
        SparkConf conf = ExecutorSettings.settle(Map.of("OMP_NUM_THREADS", "3", "FACET_HOME", "/facet", "SECRET", "x"), new SparkConf(false));
        assertEquals("3", conf.get("spark.executor.cores"));
        assertEquals("3", conf.get("spark.task.cpus"));
        assertEquals("3", conf.get("spark.executorEnv.OMP_NUM_THREADS"));
        assertEquals("/facet", conf.get("spark.executorEnv.FACET_HOME"));
        assertFalse(conf.contains("spark.executorEnv.SECRET"));
    }

    @Test
    void whatTheUserSetsHolds() {
        SparkConf conf = ExecutorSettings.settle(Map.of("OMP_NUM_THREADS", "many"), new SparkConf(false).set("spark.executor.memory", "7g").set("spark.executor.cores", "5"));
        assertEquals("7g", conf.get("spark.executor.memory"));
        assertEquals("5", conf.get("spark.task.cpus"), "one task at a time in a Java");
        assertEquals("" + Runtime.getRuntime().availableProcessors(), conf.get("spark.executorEnv.OMP_NUM_THREADS"));
    }

    @Test
    void theJavaOptionsAreSparksOwn() throws IOException {
        // But for a module that only its machine learning uses, and of which Java warns at each start.
        assertEquals(Arrays.stream(JavaModuleOptions.defaultModuleOptionArray()).filter(option -> !option.startsWith("--add-modules")).toList(),
                Files.readAllLines(Path.of("java-options")));
    }
}
