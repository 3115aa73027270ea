package facet.spark;

import facet.io.FacetException;
import facet.spark.ClusterTask.Answer;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.function.IntSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaSparkContext;

/** A Spark cluster at work for one command. A task is a Spark job of its own, so that results come one by one and in order, and none waits for all. */
final class Cluster implements AutoCloseable {

    private static final String PATIENCE = "spark.scheduler.maxRegisteredResourcesWaitingTime"; // Spark's own word for it
    private static final Pattern LAST_FAILURE = Pattern.compile("most recent failure: (.*)");
    private static final Pattern SPARKS_NAME = Pattern.compile("^\\[[A-Z_]+\\] "); // of the kind of failure

    private final MasterAddress master;
    private final JavaSparkContext context;
    private final long patienceSeconds;
    private long lastSeen = System.nanoTime();

    private Cluster(MasterAddress master, JavaSparkContext context) {
        this.master = master;
        this.context = context;
        patienceSeconds = context.getConf().getTimeAsSeconds(PATIENCE, "30s");
    }

    /**
     * Joins the cluster; it may have no free worker yet.
     *
     * @param name that the master shows
     * @throws FacetException where the master refuses, or is none of this Spark
     */
    static Cluster open(MasterAddress master, String name) {
        SparkConf conf = ExecutorSettings.settle(System.getenv(), new SparkConf()).setMaster(master.url()).setAppName(name);
        try {
            return new Cluster(master, new JavaSparkContext(conf));
        } catch (IllegalArgumentException e) { // too little memory for an executor, or a setting that can't be
            throw new FacetException("Spark can't start with these settings: " + firstLine(e) + " Settings of Spark go into FACET_JAVA_OPTS, such as -Dspark.executor.memory=2g.", e);
        } catch (Exception e) { // Scala's are not declared
            throw new FacetException("The Spark master " + master.url() + " does not take Facet (" + firstLine(e) + "). Is it a Spark " + org.apache.spark.package$.MODULE$.SPARK_VERSION() + "?", e);
        }
    }

    /** Tasks that the workers of this moment can have at a time. */
    int width() {
        return Math.max(1, context.defaultParallelism() / context.getConf().getInt("spark.task.cpus", 1));
    }

    /**
     * Lets the workers do tasks, and takes each result in the tasks' order.
     *
     * @param ahead at most so many tasks are begun beyond the one that is waited for; asked again each time, since workers come and go
     * @throws FacetException where one fails for good, no worker comes, or the thread was interrupted, which it stays
     */
    <T extends ClusterTask<R>, R extends Serializable> void each(List<T> tasks, IntSupplier ahead, BiConsumer<T, R> receiver) {
        Deque<JavaFutureAction<List<Answer<R>>>> begun = new ArrayDeque<>();
        Iterator<T> next = tasks.iterator();
        for (T task : tasks) {
            while (next.hasNext() && begun.size() <= ahead.getAsInt()) {
                begun.add(context.parallelize(List.of(next.next()), 1).map(ClusterTask::answer).collectAsync());
            }
            receiver.accept(task, await(task, begun.remove()).get(0).orThrow());
        }
    }

    private <A> A await(ClusterTask<?> task, JavaFutureAction<A> begun) {
        try {
            while (true) {
                try {
                    return begun.get(1, TimeUnit.SECONDS);
                } catch (TimeoutException e) {
                    mustHaveWorkers();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FacetException("Stopped before " + task.name() + " was there; the same command goes on from there.", e);
        } catch (ExecutionException e) {
            throw new FacetException("Spark gave " + task.name() + " up: " + reason(e) + ". Its logs are in the worker's folder work. Where memory was short: "
                    + "more of Java's with FACET_JAVA_OPTS=-Dspark.executor.memory=4g, or fewer executors on a machine.", e);
        }
    }

    private void mustHaveWorkers() {
        if (context.sc().statusTracker().getExecutorInfos().length > 1) { // this program is one
            lastSeen = System.nanoTime();
        } else if (System.nanoTime() - lastSeen > TimeUnit.SECONDS.toNanos(patienceSeconds)) {
            SparkConf conf = context.getConf();
            throw new FacetException("For " + patienceSeconds + " s no worker of " + master.url() + " has worked for Facet. Each needs " + conf.get("spark.executor.cores") + " cores and "
                    + conf.get("spark.executor.memory") + " of memory free (the master's page shows what they have; OMP_NUM_THREADS=1 and FACET_JAVA_OPTS=-Dspark.executor.memory=1g"
                    + " ask for less), and has to reach this machine (-Dspark.driver.host=ADDRESS).");
        }
    }

    private static String reason(ExecutionException e) {
        String whole = String.valueOf(e.getCause().getMessage());
        Matcher last = LAST_FAILURE.matcher(whole);
        return last.find() ? last.group(1) : firstLine(e.getCause());
    }

    private static String firstLine(Throwable e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : SPARKS_NAME.matcher(e.getMessage()).replaceFirst("").lines().findFirst().orElse("");
    }

    @Override
    public void close() {
        context.close();
    }
}
