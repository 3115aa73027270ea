package facet.train;

/** Listens to what happens in a training. */
@FunctionalInterface
public interface TrainingListener {

    /** Takes note of an event; the training goes on when this returns. */
    void happened(TrainingEvent event);

    /** @return a listener that calls this one first and then another one */
    default TrainingListener and(TrainingListener other) {
        return event -> {
            happened(event);
            other.happened(event);
        };
    }
}
