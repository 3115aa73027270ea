package facet.report.progress;

import facet.io.Progress;

/** Progress that has an owner: it takes away what it drew of a task that was broken off, so that an error's sentence stands alone. */
public interface OpenProgress extends Progress, AutoCloseable {

    @Override
    void close();
}
