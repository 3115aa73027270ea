package facet.spark;

import ai.djl.engine.EngineException;
import facet.io.FacetException;
import facet.train.TrainingException;
import java.io.Serializable;
import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * A piece of work for a worker of the cluster.
 *
 * @param <R> what it gives
 */
interface ClusterTask<R extends Serializable> extends Serializable {

    /** What a message calls it, such as the run 0a1b2c3d4e5f. */
    String name();

    /** Does the work, on a worker. It may be done a second time, where the first worker died. */
    R result();

    /** Does the work. Bad input is an answer: elsewhere it would be as bad, and Spark need not try. What else goes wrong Spark tries elsewhere. */
    default Answer<R> answer() {
        try {
            return new Answer<>(result(), null);
        } catch (RuntimeException | OutOfMemoryError e) {
            return new Answer<>(null, "On the worker " + host() + ": " + sentence(e));
        }
    }

    private static String sentence(Throwable e) {
        if (e instanceof OutOfMemoryError || e.getCause() instanceof OutOfMemoryError) { // the latter on a thread that reads images
            return "There is too little memory for Java: FACET_JAVA_OPTS=-Dspark.executor.memory=4g gives it more.";
        }
        if (e instanceof FacetException || e instanceof TrainingException) {
            return e.getMessage();
        }
        if (e instanceof EngineException && e.getCause() != null) { // such as a C++ library there that is too old
            return e.getMessage() + " (" + e.getCause().getMessage() + "). Does environment/facet evaluate work there?";
        }
        throw (RuntimeException) e;
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "without a name";
        }
    }

    /**
     * What came of it.
     *
     * @param result null where it failed
     * @param problem a sentence that says why; null where it did not fail
     */
    record Answer<R extends Serializable>(R result, String problem) implements Serializable {

        /** The result; throws FacetException where there is none. */
        R orThrow() {
            if (problem != null) {
                throw new FacetException(problem);
            }
            return result;
        }
    }
}
