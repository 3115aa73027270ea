package facet.study;

import facet.data.image.Inputs;
import facet.data.image.RandomViews;
import facet.model.Backbone;

/**
 * What training does to its images; measuring takes them as they are.
 *
 * @param flip whether each is mirrored with probability 1/2
 * @param crop whether each is cropped by chance, to 64 to 100 % of its area ({@link RandomViews})
 */
public record Augmentation(boolean flip, boolean crop) {

    static final Setting<Boolean> FLIP = new Setting<>("flip", SettingKind.SWITCH, false,
            "Whether each training image is mirrored with probability 1/2. Default: false.");
    static final Setting<Boolean> CROP = new Setting<>("crop", SettingKind.SWITCH, false,
            "Whether each training image is cropped by chance, to no less than 0.8 of its side. Default: false.");

    static Augmentation of(Settings settings) {
        return new Augmentation(settings.value(FLIP), settings.value(CROP));
    }

    Settings values() {
        return Settings.STANDARD.with(FLIP, flip).with(CROP, crop);
    }

    /** Refuses what a network can't train on. */
    void check(Network network) {
        CROP.mustBe(!crop || network.backbone() == Backbone.TRAINED, crop,
                "false where the backbone is frozen: each crop is another image, and what such a backbone gives for an image is computed once");
    }

    /** @return inputs of which training shows random views; the same where it shows images as they are */
    Inputs of(Inputs inputs, long seed) {
        return flip || crop ? new RandomViews(inputs, flip, crop, seed) : inputs;
    }
}
