package facet.benchmark;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a benchmark found.
 *
 * @param settings how much was measured
 * @param date when
 * @param computer on what
 * @param software of each contender
 * @param speeds of each measure and contender
 * @param peaks of matrix products in GFLOP/s, by precision
 * @param flops of a training step of each contender
 * @param memory the most that each contender had, in bytes; without those of whom the system does not say it
 * @param losses whether both sides compute the same
 */
public record Outcome(Settings settings, LocalDate date, Computer computer, Map<Contender, Software> software,
        Map<Measure, Map<Contender, Spread>> speeds, Map<String, Spread> peaks, Map<Contender, Double> flops, Map<Contender, Long> memory,
        LossAgreement losses) {

    /** Whatever the order in which it was measured, it is told in one. */
    public Outcome {
        software = new TreeMap<>(software);
        Map<Measure, Map<Contender, Spread>> sorted = new TreeMap<>();
        speeds.forEach((measure, all) -> sorted.put(measure, new TreeMap<>(all)));
        speeds = sorted;
        peaks = new TreeMap<>(peaks).descendingMap(); // fp32 first
        flops = new TreeMap<>(flops);
        memory = new TreeMap<>(memory);
    }

    /**
     * What a contender runs with.
     *
     * @param language such as Java 17
     * @param library such as DJL 0.36.0
     * @param torch version of PyTorch
     * @param threads of PyTorch
     * @param allocator jemalloc, mimalloc or system
     */
    public record Software(String language, String library, String torch, String threads, String allocator) {

        /** @return such as "Java 17, DJL 0.36.0, PyTorch 2.7.1, threads 2, allocator jemalloc" */
        public String text() {
            return language + ", " + library + ", PyTorch " + torch + ", threads " + threads + ", allocator " + allocator;
        }
    }

    /** @return how many times as fast one contender is as another */
    public double speedup(Measure measure, Contender one, Contender other) {
        Map<Contender, Spread> speed = speeds.get(measure);
        return measure.speedup(speed.get(one), speed.get(other));
    }

    /** @return the share of its precision's matrix product peak that a contender's training step reaches, counting what it computes */
    public double share(Contender contender) {
        double gflops = flops.get(contender) / speeds.get(Measure.STEP).get(contender).median() / 1e9;
        return gflops / peaks.get(contender.precision()).median();
    }

    /** @return who was measured */
    public List<Contender> contenders() {
        return List.copyOf(software.keySet());
    }

    /** The tuned PyTorch in the fastest precision of this machine. */
    Contender tuned() {
        return Contender.tuned(contenders());
    }

    private Contender facet() {
        return software.containsKey(Contender.FACET_BF16) ? Contender.FACET_BF16 : Contender.FACET_FP32;
    }

    /** @return what Facet set out to reach, each beside what was measured; less is asked where the processor has no bfloat16 */
    public List<Goal> goals() {
        boolean narrow = facet() == Contender.FACET_BF16;
        String training = "training, " + facet().text() + ", times as fast as ";
        return List.of(
                Goal.times(training + Contender.PLAIN.text(), speedup(Measure.STEP, facet(), Contender.PLAIN), narrow ? 2.5 : 2.2),
                Goal.times(training + tuned().text(), speedup(Measure.STEP, facet(), tuned()), narrow ? 1 : 1.5),
                Goal.times("embedding, " + facet().text() + ", times as fast as PyTorch plain", speedup(Measure.EMBED, facet(), Contender.PLAIN), narrow ? 4 : 3),
                Goal.share("share of the " + facet().precision() + " matrix product peak in Facet's training step", share(facet()), 0.7));
    }

    /** @return how many times as fast as the plain script's Facet's training step would be if all its operations ran at the matrix product peak */
    double ceiling() {
        return speedup(Measure.STEP, facet(), Contender.PLAIN) / share(facet());
    }
}
