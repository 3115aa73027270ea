package facet.cli;

import facet.benchmark.FacetWorker;
import facet.model.net.Precision;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** facet benchmark-worker: what facet benchmark starts, not a user. */
@Command(name = "benchmark-worker", hidden = true, description = "Do a benchmark's tasks, a line of JSON each on standard input.")
final class BenchmarkWorkerCommand implements Callable<Integer> {

    @Option(names = "--precision", required = true, description = "fp32 or bf16.")
    private Precision precision;

    @Override
    public Integer call() throws IOException {
        PrintStream answers = System.out;
        System.setOut(System.err); // whatever a library prints must not stand between the answers
        try (FacetWorker worker = new FacetWorker(precision)) {
            worker.serve(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)), answers);
        }
        return 0;
    }
}
