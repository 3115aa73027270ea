package facet.spark;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.spark.SparkConf;

/**
 * How Spark's executors start: as Facet's own Java does, with as many threads for PyTorch as here, since other numbers of threads give other last bits. What the
 * user sets (-Dspark.executor.memory=4g in FACET_JAVA_OPTS) holds.
 */
final class ExecutorSettings {

    /** What decides results or speed, or where files are. */
    private static final List<String> VARIABLES = List.of("FACET_HOME", "FACET_CACHE", "FACET_FEATURES", "ENGINE_CACHE_DIR", "DJL_CACHE_DIR", "OPT_OUT_TRACKING",
            "DJL_OFFLINE", "OMP_WAIT_POLICY", "LC_ALL", "LD_PRELOAD", "MALLOC_CONF", "MALLOC_MMAP_MAX_", "MALLOC_ARENA_MAX", "MIMALLOC_PURGE_DELAY",
            "PYTORCH_LIBRARY_PATH", "PYTORCH_VERSION", "PYTORCH_FLAVOR");

    private static final String VARIABLE = "spark.executorEnv.";
    private static final String JAVA_OPTIONS = "-XX:+UseSerialGC -Djava.awt.headless=true -Dfile.encoding=UTF-8 -Duser.language=en -Duser.country=US"
            + " -XX:+PerfDisableSharedMem";
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,3}");

    private ExecutorSettings() { }

    /**
     * Settles how executors start.
     *
     * @param environment of this program
     * @param conf which may hold settings already
     */
    static SparkConf settle(Map<String, String> environment, SparkConf conf) {
        int threads = threads(environment);
        // One task at a time in a Java, with all of its cores: one PyTorch, one network, and no other task's threads between.
        conf.setIfMissing("spark.executor.cores", "" + threads).setIfMissing("spark.task.cpus", conf.get("spark.executor.cores"));
        conf.setIfMissing("spark.executor.memory", "1g"); // of Java; images and networks live outside of its heap
        conf.setIfMissing("spark.executor.extraClassPath", System.getProperty("java.class.path"));
        conf.setIfMissing("spark.executor.extraJavaOptions", JAVA_OPTIONS);
        conf.setIfMissing("spark.driver.maxResultSize", "0"); // results are handed on one by one, and not collected
        conf.setIfMissing("spark.ui.enabled", "false");
        VARIABLES.stream().filter(environment::containsKey).forEach(name -> conf.setIfMissing(VARIABLE + name, environment.get(name)));
        return conf.setIfMissing(VARIABLE + "OMP_NUM_THREADS", "" + threads);
    }

    private static int threads(Map<String, String> environment) {
        String named = environment.getOrDefault("OMP_NUM_THREADS", "");
        return NUMBER.matcher(named).matches() ? Integer.parseInt(named) : Runtime.getRuntime().availableProcessors();
    }
}
