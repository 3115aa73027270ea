package facet.benchmark;

import facet.machine.Proc;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/**
 * What a benchmark ran on.
 *
 * @param processor its model
 * @param cores that this program may use
 * @param memory in GiB
 * @param system its name
 * @param busy share of its processors that other programs used just before, from 0 to 1
 */
public record Computer(String processor, int cores, double memory, String system, double busy) {

    private static final double QUIET = 0.1;
    private static final long LOOK_MILLIS = 1000;

    /** @return this computer, looked at for a second while this program waits */
    public static Computer here() {
        var machine = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Computer(Proc.processor(), Runtime.getRuntime().availableProcessors(), machine.getTotalMemorySize() / (double) (1L << 30),
                System.getProperty("os.name"), busy(machine));
    }

    /** @return whether nothing else computed: threads that wait for each other make a busy machine's numbers worthless, in bf16 above all */
    public boolean quiet() {
        return busy <= QUIET;
    }

    private static double busy(com.sun.management.OperatingSystemMXBean machine) {
        machine.getCpuLoad(); // it tells the load since it was asked last
        try {
            Thread.sleep(LOOK_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the first task will stop
        }
        return Math.max(0, machine.getCpuLoad());
    }

    /** @return such as "AMD EPYC, 2 cores, 16 GiB, Linux" */
    public String text() {
        return String.format(Locale.ROOT, "%s, %d cores, %.0f GiB, %s", processor, cores, memory, system);
    }
}
