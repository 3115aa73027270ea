package facet.benchmark;

/** What is measured in turns. */
public enum Measure {
    /** Seconds of a training step, images in memory. */
    STEP("step", "training step", "s", true),
    /** Images embedded a second, in evaluation mode, images in memory. */
    EMBED("embed", "embedding", "images/s", false),
    /** Seconds of an epoch from JPEG files, nothing decoded before. */
    EPOCH("epoch", "epoch with loading", "s", true);

    private final String task;
    private final String text;
    private final String unit;
    private final boolean time;

    Measure(String task, String text, String unit, boolean time) {
        this.task = task;
        this.text = text;
        this.unit = unit;
        this.time = time;
    }

    /** @return its name as a worker's task */
    String task() {
        return task;
    }

    /** @return its name in tables and charts */
    public String text() {
        return text;
    }

    /** @return the unit of its values */
    public String unit() {
        return unit;
    }

    /** @return the unit and which way is better, for a chart */
    public String axis() {
        return unit + (time ? ", less is better" : ", more is better");
    }

    /** @return how many times as fast one is as another, by their medians */
    public double speedup(Spread one, Spread other) {
        return time ? other.median() / one.median() : one.median() / other.median();
    }
}
