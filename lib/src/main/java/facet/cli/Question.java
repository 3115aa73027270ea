package facet.cli;

import facet.io.FacetException;
import java.io.Console;
import java.util.Locale;

/** Asks whether something may be done that can't be undone. */
interface Question {

    /** Returns whether the answer is yes. */
    boolean agreed(String question);

    /**
     * Asks whoever sits at the terminal.
     *
     * @throws FacetException from {@link #agreed} where nobody does, as in a script or a pipe
     */
    static Question ofTerminal() {
        return question -> {
            Console console = System.console();
            if (console == null) {
                throw new FacetException("Nothing was deleted: without a terminal nobody can be asked. Add --yes.");
            }
            String answer = console.readLine("%s", question);
            return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
        };
    }
}
