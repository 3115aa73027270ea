package facet.study;

import facet.eval.LossForm;
import facet.eval.MeasuredLoss;

/**
 * How an experiment trains, except how long: a run of 20 epochs contains the one of 10.
 *
 * @param learningRate of SGD
 * @param momentum of SGD
 * @param margin of the hinge loss, in units of its distance
 * @param batch triplets that pass through the network at once: those of a step, unless the setting accumulate says otherwise
 * @param seed of the order of the triplets and of the pyramid's first parameters
 * @param objective what is minimised
 * @param descent how steps follow from gradients
 * @param augmentation what is done to the images
 */
public record Training(double learningRate, double momentum, double margin, int batch, long seed, Objective objective, Descent descent, Augmentation augmentation) {

    static final Setting<Double> LEARNING_RATE = new Setting<>("lr", "learningRate", SettingKind.NUMBER, 0.001, rate -> rate > 0 && Double.isFinite(rate),
            "a finite number above 0", "Learning rate. Default: 0.001.");
    static final Setting<Double> MOMENTUM = new Setting<>("momentum", SettingKind.JAVA_NUMBER, 0.9, momentum -> momentum >= 0 && momentum < 1,
            "from 0 to below 1", "Momentum. Default: 0.9.");
    static final Setting<Double> MARGIN = new Setting<>("margin", SettingKind.JAVA_NUMBER, 1.0, margin -> margin >= 0 && Double.isFinite(margin),
            "a finite number, 0 or more", "Margin of the triplet loss. Default: 1.");
    static final Setting<Integer> BATCH = new Setting<>("batch", SettingKind.WHOLE, 8, batch -> batch >= 1, "at least one triplet", "Triplets in a batch. Default: 8.");
    static final Setting<Long> SEED = new Setting<>("seed", SettingKind.SEED, 42L, "Decides the order of the triplets and the pyramid's start. Default: 42.");

    static Training of(Settings settings) {
        return new Training(settings.value(LEARNING_RATE), settings.value(MOMENTUM), settings.value(MARGIN), settings.value(BATCH), settings.value(SEED),
                Objective.of(settings), Descent.of(settings), Augmentation.of(settings));
    }

    Settings values() {
        return Settings.STANDARD.with(LEARNING_RATE, learningRate).with(MOMENTUM, momentum).with(MARGIN, margin).with(BATCH, batch).with(SEED, seed)
                .and(objective.values()).and(descent.values()).and(augmentation.values());
    }

    /** @return the loss of a triplet whose embeddings are one point: the margin, or ln 2 of a soft loss */
    double pointLoss() {
        return objective.loss() == LossForm.SOFT ? Math.log(2) : margin;
    }

    /** @return the loss that trains, for measured triplets */
    public MeasuredLoss loss() {
        return new MeasuredLoss(objective.loss(), objective.distance(), margin);
    }
}
