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

    /** Does the work. Bad input is an answer: elsewhere it would be as bad, and Spark needs to try no other worker. */
    default Answer<R> answer() {
        try {
            return new Answer<>(result(), null);
        } catch (FacetException | TrainingException e) {
            return new Answer<>(null, "On the worker " + host() + ": " + e.getMessage());
        } catch (EngineException e) { // such as a C++ library there that is too old
            return new Answer<>(null, "On the worker " + host() + ": " + e.getMessage() + " (" + e.getCause() + "). Does environment/facet evaluate work there?");
        }
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
