package facet.model;

import java.util.Locale;

/** The arithmetic of the convolutions. Parameters, statistics, sums over places, loss and steps are float32 in both. */
public enum Precision {
    /** float32. */
    FP32,
    /** bfloat16 maps and kernels: half the memory, and twice the speed where the processor knows the type. */
    BF16;

    /** @return its name in an experiment: fp32 or bf16 */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
