package facet.io;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The folders of a checkout.
 *
 * @param root the folder that holds data, lib and notebooks
 */
public record DataHome(Path root) {

    /**
     * Finds the checkout: the environment variable FACET_HOME, or the nearest folder upwards that holds the generated faces.
     *
     * @throws FacetException where there is none
     */
    public static DataHome find() {
        return find(System.getenv(), Path.of("").toAbsolutePath());
    }

    static DataHome find(Map<String, String> environment, Path from) {
        String named = environment.get("FACET_HOME");
        for (Path folder = named == null ? from : Path.of(named); folder != null; folder = folder.getParent()) {
            DataHome home = new DataHome(folder);
            if (Files.isDirectory(home.generatedFaces())) {
                return home;
            }
        }
        throw new FacetException("No data/generated-faces here or above. Run inside a checkout of Facet, or set FACET_HOME to one.");
    }

    /** @return the embedded faces */
    public Path generatedFaces() {
        return root.resolve("data/generated-faces");
    }

    /** @return the embedded weights */
    public Path weights() {
        return root.resolve("data/weights");
    }

    /** @return the runs that come with Facet: what they measured, not their weights */
    public Path recorded() {
        return root.resolve("data/recorded");
    }

    /** @return downloads, which can be deleted at any time; the environment variable FACET_CACHE names another folder */
    public Path cache() {
        return named("FACET_CACHE", root.resolve("data/cache"));
    }

    /** @return what networks made of images, to be read and not computed again; the environment variable FACET_FEATURES names another folder */
    public Path features() {
        return named("FACET_FEATURES", cache());
    }

    /** @return trained runs; the environment variable FACET_RUNS names another folder */
    public Path runs() {
        return named("FACET_RUNS", root.resolve("data/runs"));
    }

    private static Path named(String variable, Path otherwise) {
        String named = System.getenv(variable);
        return named == null || named.isBlank() ? otherwise : Path.of(named);
    }
}
