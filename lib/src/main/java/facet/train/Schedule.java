package facet.train;

import java.util.Locale;

/** How the learning rate falls, in shares of the setting {@code lr}: torch.optim.lr_scheduler's, with a learning rate for each step and not for each epoch. */
public enum Schedule {

    /** It stays: 1. */
    CONSTANT {
        @Override
        double share(long step, long steps) {
            return 1;
        }
    },

    /** Half a cosine from 1 to nearly 0: (1 + cos(pi i / n)) / 2 at step i of n, CosineAnnealingLR with T_max = n (Loshchilov and Hutter 2017, without restarts). */
    COSINE {
        @Override
        double share(long step, long steps) {
            return (1 + Math.cos(Math.PI * step / steps)) / 2;
        }
    },

    /** A tenth of it after each third: 1, 0.1, 0.01. StepLR with gamma 0.1 and a third as step_size, as torchvision trains ResNet: 90 epochs, 30 at each rate. */
    STEP {
        @Override
        double share(long step, long steps) {
            return Math.pow(TENTH, THIRDS * step / steps);
        }
    };

    private static final double TENTH = 0.1;
    private static final long THIRDS = 3;

    /**
     * Computes the share of the learning rate at a step.
     *
     * @param step from 0
     * @param steps of the schedule; step is below
     */
    abstract double share(long step, long steps);

    /** @return its name in an experiment: constant, cosine or step */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
