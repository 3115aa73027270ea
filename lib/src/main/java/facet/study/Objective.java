package facet.study;

import facet.eval.Distance;
import facet.eval.LossForm;
import facet.train.mining.Mining;
import facet.train.mining.PeopleBatches;

/**
 * What an experiment's training minimises: the loss, and of which triplets. The margin is a setting of {@link Training}, the batch, too.
 *
 * @param mining how the triplets are chosen
 * @param images of each person in a batch of people; of other batches the standard value
 * @param loss hinge or soft
 * @param distance that the loss takes
 */
public record Objective(Mining mining, int images, LossForm loss, Distance distance) {

    static final Setting<Mining> MINING = new Setting<>("mining", SettingKind.choice(Mining.class), Mining.FIXED,
            "How training triplets are chosen: fixed, those of the split; random, with a positive and a negative drawn anew in each epoch; semihard or batchhard, in batches"
                    + " of people. Default: fixed.");
    static final Setting<Integer> IMAGES = new Setting<>("images", SettingKind.WHOLE, 2, images -> images >= 2, "at least 2, an anchor and a positive",
            "Images of each person in a batch of semihard or batchhard mining; people are as many as make about 3 x batch images. Default: 2.");
    static final Setting<LossForm> LOSS = new Setting<>("loss", SettingKind.choice(LossForm.class), LossForm.HINGE,
            "hinge, max(d(A, P) - d(A, N) + margin, 0), or soft, log(1 + exp(d(A, P) - d(A, N))), which has no margin. Default: hinge.");
    static final Setting<Distance> DISTANCE = new Setting<>("distance", SettingKind.choice(Distance.class), Distance.EUCLIDEAN,
            "The distance in the loss: euclidean or squared. Default: euclidean.");

    static Objective of(Settings settings) {
        return new Objective(settings.value(MINING), settings.value(IMAGES), settings.value(LOSS), settings.value(DISTANCE));
    }

    Settings values() {
        return Settings.STANDARD.with(MINING, mining).with(IMAGES, images).with(LOSS, loss).with(DISTANCE, distance);
    }

    /** Refuses what does not go together, and batches of one person. */
    void check(double margin, int batch) {
        Training.MARGIN.mustBe(loss == LossForm.HINGE || margin == Training.MARGIN.standard(), margin, "left out where the loss is soft: it has no margin");
        IMAGES.mustBe(mining.takesPeople() || images == IMAGES.standard(), images, "left out where mining is " + SettingKind.shown(mining)
                + ": only batches of semihard and batchhard have so many images of each person");
        if (mining.takesPeople()) {
            PeopleBatches.people(images, batch);
        }
    }
}
