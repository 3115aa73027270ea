package facet.spark;

import java.util.Map;

/** Settings of Spark that hold while this is open; a user gives them with FACET_JAVA_OPTS. */
final class SparkSettings implements AutoCloseable {

    private final Map<String, String> settings;

    SparkSettings(Map<String, String> settings) {
        this.settings = settings;
        settings.forEach(System::setProperty);
    }

    @Override
    public void close() {
        settings.keySet().forEach(System::clearProperty);
    }
}
