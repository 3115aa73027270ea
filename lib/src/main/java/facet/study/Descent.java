package facet.study;

import facet.io.FacetException;
import facet.train.LearningRate;
import facet.train.Schedule;
import facet.train.StepRule;
import java.util.List;

/**
 * How steps follow from gradients, besides the learning rate itself.
 *
 * @param schedule how the learning rate falls
 * @param warmup epochs in which it rises first
 * @param over the epochs of warm-up and schedule together. Their length is a setting of its own, so that a longer run still contains the shorter one. A constant
 *     schedule has none: it keeps the standard value
 * @param decay weight decay, of all parameters that are trained
 * @param clip the largest norm of a step's gradient; infinite where it may have any
 * @param accumulate batches in a step
 */
public record Descent(Schedule schedule, int warmup, int over, double decay, double clip, int accumulate) {

    static final Setting<Schedule> SCHEDULE = new Setting<>("schedule", SettingKind.choice(Schedule.class), Schedule.CONSTANT,
            "How the learning rate falls: constant, cosine (to almost 0), or step (to a tenth after each third of the schedule). Default: constant.");
    static final Setting<Integer> WARMUP = new Setting<>("warmup", SettingKind.WHOLE, 0, epochs -> epochs >= 0, "0, or a number of epochs",
            "Epochs in which the learning rate first rises to its value. Default: 0.");
    static final Setting<Integer> OVER = new Setting<>("over", SettingKind.WHOLE, 10, epochs -> epochs >= 1, "at least one epoch",
            "Epochs of the schedule, warm-up included; a longer run goes on at its last learning rate. Default: 10.");
    static final Setting<Double> DECAY = new Setting<>("decay", SettingKind.NUMBER, 0.0, decay -> decay >= 0 && Double.isFinite(decay), "a finite number, 0 or more",
            "Weight decay of all trained parameters, as in torch.optim.SGD. Default: 0.");
    static final Setting<Double> CLIP = new Setting<>("clip", SettingKind.NUMBER, Double.POSITIVE_INFINITY, norm -> norm > 0, "a number above 0",
            "Largest norm of a step's gradient: a larger one is shortened. Default: Infinity.");
    static final Setting<Integer> ACCUMULATE = new Setting<>("accumulate", SettingKind.WHOLE, 1, batches -> batches >= 1, "at least one batch",
            "Batches in a step, which takes the mean of their gradients: a larger batch in the same memory. Default: 1.");

    public Descent {
        if (schedule == Schedule.CONSTANT) { // one experiment, one id
            over = OVER.standard();
        }
    }

    static Descent of(Settings settings) {
        return new Descent(settings.value(SCHEDULE), settings.value(WARMUP), settings.value(OVER), settings.value(DECAY), settings.value(CLIP), settings.value(ACCUMULATE));
    }

    Settings values() {
        return Settings.STANDARD.with(SCHEDULE, schedule).with(WARMUP, warmup).with(OVER, over).with(DECAY, decay).with(CLIP, clip).with(ACCUMULATE, accumulate);
    }

    /** Refuses a warm-up that leaves nothing of the schedule. */
    void check() {
        WARMUP.mustBe(schedule == Schedule.CONSTANT || warmup < over, warmup, "shorter than the whole schedule, which is over " + over + " epochs");
    }

    /** Refuses the length of a schedule where a user names one, and none of the runs has a schedule. */
    public static void checkUsed(List<Settings> runs) {
        if (runs.stream().allMatch(run -> run.value(SCHEDULE) == Schedule.CONSTANT)) {
            runs.forEach(run -> OVER.mustBe(run.value(OVER).equals(OVER.standard()), run.value(OVER), "left out where the schedule is constant: write schedule, too, cosine or step"));
        }
    }

    /** @throws FacetException where a run of so many epochs would end before the schedule or the warm-up */
    void check(int epochs) {
        boolean falls = schedule != Schedule.CONSTANT;
        int length = falls ? over : warmup;
        if (length > epochs) {
            throw new FacetException("The learning rate's " + (falls ? "schedule" : "warm-up") + " takes " + length + " epochs, and the run ends after " + epochs
                    + ". Train at least " + length + " epochs, or make it shorter: the setting " + (falls ? OVER : WARMUP).name() + ".");
        }
    }

    /** @return how a training takes its steps */
    StepRule rule() {
        return new StepRule(new LearningRate(schedule, warmup, over), clip, accumulate);
    }
}
