package facet.kernel;

import java.nio.file.Files;
import java.nio.file.Path;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.dflib.jjava.kernel.JavaKernel;
import org.dflib.jjava.kernel.magics.ClasspathMagic;
import org.dflib.jjava.kernel.magics.JarsMagic;
import org.dflib.jjava.kernel.magics.LoadMagic;
import org.dflib.jjava.kernel.magics.TimeMagic;
import org.dflib.jjava.maven.MavenDependencyResolver;
import org.dflib.jjava.maven.magics.AddMavenDependencyMagic;
import org.dflib.jjava.maven.magics.LoadFromPomCellMagic;
import org.dflib.jjava.maven.magics.LoadFromPomLineMagic;
import org.dflib.jjava.maven.magics.MavenMagic;
import org.dflib.jjava.maven.magics.MavenRepoMagic;

/**
 * Starts JJava's kernel, with two things that it lacks: <i>Run All</i> stops at an error ({@link StoppingConnection}), and the kernel
 * ends with the process that started it ({@link Parent}). The rest is what JJava's own main class does, with the same magics; of
 * JJava's environment variables it reads the two that start.sh sets, the class path and the start-up script.
 */
public final class FacetKernel {

    private FacetKernel() {}

    /** Serves the connection of the file {@code arguments[0]} until a client asks for the end, or the process {@code arguments[1]} is gone. */
    public static void main(String[] arguments) throws Exception {
        Parent.endWith(Long.parseLong(arguments[1]));
        StoppingConnection connection = new StoppingConnection(KernelConnectionProperties.parse(Files.readString(Path.of(arguments[0]))));
        JavaKernel kernel = kernel();
        kernel.onStartup();
        kernel.addToClasspath(System.getenv("JJAVA_CLASSPATH"));
        kernel.evalBuilder(Files.readString(Path.of(System.getenv("JJAVA_STARTUP_SCRIPTS_PATH")))).resolveMagics().eval();
        kernel.becomeHandlerForConnection(connection);
        connection.stopAtErrors();
        connection.connect();
        connection.waitUntilClose();
    }

    @SuppressWarnings("removal") // jars and addMavenDependency are IJava's; JJava keeps them for its notebooks
    private static JavaKernel kernel() {
        MavenDependencyResolver maven = new MavenDependencyResolver();
        TimeMagic time = new TimeMagic();
        return JavaKernel.builder()
                .name("JJava, started by Facet")
                .lineMagic("load", new LoadMagic())
                .lineMagic("classpath", new ClasspathMagic())
                .lineMagic("time", time)
                .cellMagic("time", time)
                .lineMagic("maven", new MavenMagic(maven))
                .lineMagic("mavenRepo", new MavenRepoMagic(maven))
                .lineMagic("loadFromPOM", new LoadFromPomLineMagic(maven))
                .cellMagic("loadFromPOM", new LoadFromPomCellMagic(maven))
                .lineMagic("jars", new JarsMagic())
                .lineMagic("addMavenDependency", new AddMavenDependencyMagic(maven))
                .build();
    }
}
