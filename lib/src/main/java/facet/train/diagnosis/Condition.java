package facet.train.diagnosis;

/** The condition of a training, judged by its numbers. {@link Rules} has the rule of each. */
public enum Condition {

    /** The loss is NaN or infinite, or loss or embeddings have grown far beyond where they began. */
    EXPLODED("exploded", "The steps are too large: each one overshoots and makes the next gradient larger."),

    /** All embeddings lie near one point. */
    COLLAPSED("collapsed", "All embeddings lie near one point, where each triplet costs the margin and pulls and pushes cancel out."),

    /** The training triplets are solved, and other people's are not. */
    MEMORISED("memorised", "The network fits its training triplets and no longer learns what holds for other people."),

    /** Hardly any training triplet has a loss. */
    NO_ACTIVE_TRIPLETS("none active", "Almost every training triplet keeps the margin, so almost no batch has a gradient."),

    /** Validation loss and accuracy are not better than before training, and none of the other reasons holds. */
    NO_PROGRESS("no progress", "For people whom it does not train on, the network is no better than before."),

    /** Validation loss or accuracy is better than before training, and there are triplets to learn from. */
    HEALTHY("healthy", "The network learns, also for people whom it does not train on.");

    private final String word;
    private final String meaning;

    Condition(String word, String meaning) {
        this.word = word;
        this.meaning = meaning;
    }

    /** @return a word or two for a table, such as memorised */
    public String word() {
        return word;
    }

    /** @return what it means, a sentence */
    public String meaning() {
        return meaning;
    }
}
