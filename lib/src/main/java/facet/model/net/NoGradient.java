package facet.model.net;

import ai.djl.pytorch.jni.JniUtils;

/** Turns autograd off for this thread until it is closed: an inference that records a graph wastes memory. */
public final class NoGradient implements AutoCloseable {

    private final boolean before = JniUtils.isGradMode();

    /** Turns it off; the state before comes back on close. */
    public NoGradient() {
        JniUtils.setGradMode(false);
    }

    @Override
    public void close() {
        JniUtils.setGradMode(before);
    }
}
