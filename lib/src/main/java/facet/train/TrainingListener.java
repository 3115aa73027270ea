package facet.train;

/** Listens to what happens in a training. */
@FunctionalInterface
public interface TrainingListener {

    /** Takes note of an event; the training goes on when this returns. */
    void happened(TrainingEvent event);

    /** @return a listener that tells this one first and another one then */
    default TrainingListener and(TrainingListener other) {
        return event -> {
            happened(event);
            other.happened(event);
        };
    }
}
