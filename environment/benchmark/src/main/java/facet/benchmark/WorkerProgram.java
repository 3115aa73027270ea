package facet.benchmark;

import facet.model.net.Precision;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Facet's side of the benchmark as a program of its own, which {@link Launch} starts, not a user. */
public final class WorkerProgram {

    private WorkerProgram() { }

    /**
     * Does tasks, a line of JSON each on standard input, until it ends.
     *
     * @param arguments the precision, fp32 or bf16
     */
    public static void main(String[] arguments) throws IOException {
        PrintStream answers = System.out;
        System.setOut(System.err); // whatever a library prints must not stand between the answers
        try (FacetWorker worker = new FacetWorker(Precision.of(arguments[0]))) {
            worker.serve(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)), answers);
        }
    }
}
