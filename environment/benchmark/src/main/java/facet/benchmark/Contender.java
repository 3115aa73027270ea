package facet.benchmark;

import facet.model.net.Precision;
import java.util.Collection;
import java.util.List;

/** Who is measured: two programs in Python and Facet, in the precisions that the processor has instructions for. */
public enum Contender {
    /** The script as one writes it, float32. */
    PLAIN("PyTorch plain", "fp32", false, Head.ALL_LEVELS),
    /** Channels last, bfloat16 by autocast, the launcher's allocator, one level. */
    TUNED("PyTorch tuned", "bf16", false, Head.ONE_LEVEL),
    /** The same in float32, where bfloat16 would be slower than that. */
    TUNED_FP32("PyTorch tuned fp32", "fp32", false, Head.ONE_LEVEL),
    /** Facet with precision fp32. */
    FACET_FP32("Facet fp32", "fp32", true, Head.POOLED_FIRST),
    /** Facet with precision bf16. */
    FACET_BF16("Facet bf16", "bf16", true, Head.POOLED_FIRST);

    /** What is computed of the pyramid to get the average over P2: the same function in all three. */
    enum Head { ALL_LEVELS, ONE_LEVEL, POOLED_FIRST }

    private final String text;
    private final String precision;
    private final boolean java;
    private final Head head;

    Contender(String text, String precision, boolean java, Head head) {
        this.text = text;
        this.precision = precision;
        this.java = java;
        this.head = head;
    }

    /** @return those that are measured on this machine: bfloat16 only where the processor has instructions for it */
    static List<Contender> here() {
        return of(Precision.auto());
    }

    static List<Contender> of(Precision fastest) {
        return fastest == Precision.BF16 ? List.of(PLAIN, TUNED, FACET_FP32, FACET_BF16) : List.of(PLAIN, TUNED_FP32, FACET_FP32);
    }

    /** The tuned PyTorch among those that are measured. */
    static Contender tuned(Collection<Contender> measured) {
        return measured.contains(TUNED) ? TUNED : TUNED_FP32;
    }

    /** @return its name in tables and charts */
    public String text() {
        return text;
    }

    /** @return the arithmetic of its convolutions, fp32 or bf16 */
    public String precision() {
        return precision;
    }

    /** @return whether it is Facet itself */
    public boolean facet() {
        return java;
    }

    Head head() {
        return head;
    }
}
