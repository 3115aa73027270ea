package facet.report;

import ai.djl.engine.Engine;
import facet.machine.Proc;
import facet.study.Scale;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What a notebook runs on, in words. */
public final class Machine {

    private Machine() { }

    /** @return a row for each thing that decides how long the notebooks take */
    public static Table check() {
        Engine engine = Engine.getInstance();
        StringColumn what = StringColumn.create("this machine");
        StringColumn found = StringColumn.create("found");
        row(what, found, "Java", Runtime.version().toString());
        row(what, found, "PyTorch", engine.getVersion() + ", by DJL " + Engine.getDjlVersion());
        row(what, found, "computes on", engine.getGpuCount() > 0 ? engine.getGpuCount() + " GPU" : "CPU");
        row(what, found, "processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
        row(what, found, "memory", memory());
        if (System.getProperty("os.name").equals("Linux")) {
            row(what, found, "allocator", Proc.allocator().equals("system") ? "the system's" : Proc.allocator());
        }
        row(what, found, "scale", Scale.current() + ": " + Scale.current().cost());
        return Table.create("What this notebook runs on", what, found);
    }

    private static void row(StringColumn what, StringColumn found, String name, String value) {
        what.append(name);
        found.append(value);
    }

    private static String memory() {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        double gib = system.getTotalMemorySize() / (double) (1L << 30);
        return String.format(Locale.ROOT, "%.0f GiB%s", gib, gib < 5 ? ": too little for 224 pixels (3 to 4 GiB), use scale demo" : "");
    }
}
