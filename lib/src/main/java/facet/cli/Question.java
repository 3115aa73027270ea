package facet.cli;

import java.io.Console;
import java.util.Locale;

/** Asks whether something may be done that can't be undone. */
interface Question {

    /** Returns whether the answer is yes. */
    boolean agreed(String question);

    /** Asks whoever sits at the terminal; where nobody does, as in a script, the answer is yes. */
    static Question ofTerminal() {
        return question -> {
            Console console = System.console();
            if (console == null) {
                return true;
            }
            String answer = console.readLine("%s", question);
            return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
        };
    }
}
