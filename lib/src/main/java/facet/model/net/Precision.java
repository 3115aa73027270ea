package facet.model.net;

import facet.io.FacetException;
import facet.machine.Proc;
import java.util.Locale;

/** The arithmetic of the convolutions. Parameters, statistics, sums over places, loss and steps are float32 in both. */
public enum Precision {
    /** float32. */
    FP32,
    /** bfloat16 maps and kernels: half the memory, and nearly twice the speed where the processor has instructions for the type. */
    BF16;

    /**
     * Finds the precision of a name.
     *
     * @param name fp32, bf16 or auto
     * @throws FacetException for another name
     */
    public static Precision of(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "fp32" -> FP32;
            case "bf16" -> BF16;
            case "auto" -> auto();
            default -> throw new FacetException("The precision is " + name + "; it can be fp32, bf16 or auto.");
        };
    }

    /**
     * @return bf16 where the processor has instructions for it (x86: AVX-512 BF16 or AMX, on Linux, which says so) and the environment does not keep oneDNN from
     *     them, fp32 elsewhere
     */
    public static Precision auto() {
        return ofProcessor(Proc.cpuInfo(), System.getenv("ONEDNN_MAX_CPU_ISA"));
    }

    /** @return whether this processor has instructions for it: bf16 without them is some six times slower than fp32 */
    public boolean isNative() {
        return this == FP32 || auto() == BF16;
    }

    /** Finds the precision for a processor whose flags Linux lists. Without instructions of its own bf16 is slower than fp32.
     *
     * @param most the instructions that oneDNN may use at the most, a value of ONEDNN_MAX_CPU_ISA; null for all
     */
    static Precision ofProcessor(String flags, String most) {
        boolean allowed = most == null || most.matches("(?i)DEFAULT|AVX512_CORE_(BF16|FP16|AMX.*)|AVX10.*");
        return allowed && flags.matches("(?s).*\\b(avx512_bf16|amx_bf16)\\b.*") ? BF16 : FP32;
    }

    /** @return its name in an experiment: fp32 or bf16 */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
