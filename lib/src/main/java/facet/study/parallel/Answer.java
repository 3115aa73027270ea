package facet.study.parallel;

import com.google.gson.Gson;
import java.util.Optional;

/**
 * A worker's report on the run that it trains, as a line of JSON. Other lines, of PyTorch or of Java itself, are no answers.
 *
 * @param state what the answer is
 * @param task of a progress
 * @param done of a progress
 * @param total of a progress
 * @param text of a progress, or the sentence that says what failed
 */
record Answer(State state, String task, long done, long total, String text) {

    private static final String MARK = "facet worker: ";
    private static final Gson JSON = new Gson();

    /** The states of a run in a report. */
    enum State { PROGRESS, ENDED, FAILED, STOPPED }

    static Answer of(State state, String text) {
        return new Answer(state, "", 0, 0, text);
    }

    static Optional<Answer> read(String line) {
        return line.startsWith(MARK) ? Optional.of(JSON.fromJson(line.substring(MARK.length()), Answer.class)) : Optional.empty();
    }

    String line() {
        return MARK + JSON.toJson(this);
    }
}
