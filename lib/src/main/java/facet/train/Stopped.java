package facet.train;

/** A training's thread was interrupted, as Ctrl-C or a notebook's stop button does it. It stays interrupted, for those above. */
public final class Stopped extends TrainingException {

    private static final long serialVersionUID = 1L;

    private Stopped(String where, int epoch) {
        super("Stopped " + where + ". " + kept(epoch) + "; " + again(epoch), null);
    }

    /** Makes the exception of a stop between two steps, where nothing native is at work. */
    static Stopped afterStep(int epoch, int step) {
        return new Stopped("in epoch " + epoch + ", step " + step, epoch);
    }

    /** Makes the exception of a stop between two passes of measuring; what is being measured is not saved yet. */
    static Stopped whileMeasuring(int epoch, long images, long all) {
        return new Stopped("while measuring after epoch " + epoch + ", image " + images + " of " + all, epoch);
    }

    private static String again(int epoch) {
        return epoch > 1 ? "the same command goes on from what was saved." : "the same command begins " + (epoch == 1 ? "epoch 1 " : "") + "anew.";
    }
}
