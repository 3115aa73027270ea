package facet.report;

/** A reader's answer to a notebook's exercise. */
public final class Exercise {

    private Exercise() { }

    /** @return a word for a right answer; for any other one what to look at again */
    public static String check(boolean right, String hint) {
        return right ? "Right." : "Not yet. " + hint;
    }
}
