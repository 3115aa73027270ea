package facet.spark;

import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A real standalone master and workers as processes of this machine. */
final class LocalCluster implements AutoCloseable {

    private static final String HOST = "127.0.0.1";

    private final Path folder;
    private final int port;
    private final List<Process> processes = new ArrayList<>();

    LocalCluster(Path folder, int workers) throws IOException, InterruptedException {
        this.folder = folder;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        start("master", "org.apache.spark.deploy.master.Master", "--host", HOST, "--port", "" + port, "--webui-port", "0");
        awaitMaster();
        for (int i = 1; i <= workers; i++) {
            start("worker" + i, "org.apache.spark.deploy.worker.Worker", "--host", HOST, "--webui-port", "0", "--cores", "2", "--memory", "1500m",
                    "--work-dir", folder.resolve("work" + i).toString(), master());
        }
    }

    String master() {
        return "spark://" + HOST + ":" + port;
    }

    /** Kills a worker and its executors, as a power cut does. */
    void kill(int worker) {
        kill(processes.get(worker));
    }

    /** Whether an executor of a worker is at work. */
    boolean hasExecutor(int worker) {
        return processes.get(worker).descendants().findAny().isPresent();
    }

    private static void kill(Process process) {
        List<ProcessHandle> executors = process.descendants().toList();
        process.destroyForcibly();
        executors.forEach(ProcessHandle::destroyForcibly);
    }

    private void start(String name, String... program) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "@java-options", "-Xmx256m", "-XX:+UseSerialGC",
                "-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(program));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(folder.resolve(name + ".log").toFile());
        Path home = Files.createDirectories(Path.of("target/home/jars").toAbsolutePath()).getParent();
        builder.environment().putAll(java.util.Map.of("SPARK_HOME", home.toString(), "SPARK_LOCAL_IP", HOST, "SPARK_SCALA_VERSION", "2.13"));
        processes.add(builder.directory(new File("").getAbsoluteFile()).start());
    }

    private void awaitMaster() throws InterruptedException {
        for (int i = 0; i < 300; i++) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(HOST, port), 1000);
                return;
            } catch (IOException e) {
                Thread.sleep(100);
            }
        }
        throw new IllegalStateException("The master does not start: " + folder.resolve("master.log"));
    }

    @Override
    public void close() throws InterruptedException {
        processes.forEach(LocalCluster::kill);
        for (Process process : processes) {
            process.waitFor();
        }
    }
}
