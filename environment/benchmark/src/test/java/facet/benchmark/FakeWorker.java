package facet.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;

/** A program that answers a task with its line, unless the task is to die, to talk nonsense or to wait. */
final class FakeWorker {

    private FakeWorker() { }

    public static void main(String[] args) throws IOException, InterruptedException {
        BufferedReader tasks = new BufferedReader(new InputStreamReader(System.in));
        for (String line = tasks.readLine(); line != null; line = tasks.readLine()) {
            if (line.contains("die")) {
                System.err.println("out of pictures");
                System.exit(3);
            }
            if (line.contains("wait")) {
                Thread.sleep(60_000);
            }
            System.out.println(line.contains("nonsense") ? "Hello!" : "{\"heard\":" + line + "}");
        }
        System.err.println("said goodbye");
    }
}
