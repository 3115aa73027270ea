package facet.cli;

import facet.io.Progress;

/** Progress of a command that measures: it embeds images to compare them, and keeps no embeddings for its user. */
final class MeasureProgress {

    private static final String EMBED = "embed";

    private MeasureProgress() { }

    /** Returns a progress that calls embedding measuring. */
    static Progress of(Progress progress) {
        return (task, done, total, detail) -> progress.report(task.equals(EMBED) ? "measure" : task, done, total, detail);
    }
}
