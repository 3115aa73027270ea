package facet.benchmark;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import facet.io.DataHome;
import facet.io.Progress;
import facet.model.weights.Safetensors;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The measuring itself: all contenders live side by side, and one of them works at a time. */
public final class Benchmark {

    private static final List<Contender> CONTENDERS = Contender.here();

    private final Tasks tasks;
    private final Workers workers;
    private final PassCount passes;
    private final Computer computer;
    private final Map<String, List<Double>> peaks = new LinkedHashMap<>();

    Benchmark(Tasks tasks, Workers workers, Computer computer, Progress progress) {
        this.tasks = tasks;
        this.workers = workers;
        this.computer = computer;
        passes = new PassCount(tasks.settings(), CONTENDERS.size(), progress);
    }

    /**
     * Measures; the temporary files are gone at its end.
     *
     * @param computer as it was before
     * @throws facet.io.FacetException where a contender can't be started or ends early, or the thread was interrupted
     */
    public static Outcome run(Settings settings, DataHome home, Computer computer, Progress progress) {
        try (WorkFolder folder = WorkFolder.in(home); Workers workers = Workers.start(CONTENDERS, home)) {
            Tasks tasks = folder.tasks(settings, home);
            return new Benchmark(tasks, workers, computer, progress).outcome();
        }
    }

    private Outcome outcome() {
        Settings settings = tasks.settings();
        Map<Contender, Outcome.Software> software = open();
        var values = new Rounds(CONTENDERS).run(settings.repetitions(), this::measure, this::matmul);
        Map<Contender, Long> memory = memory();
        LossAgreement losses = LossAgreement.of(losses(Contender.FACET_FP32), losses(Contender.PLAIN));
        Map<Measure, Map<Contender, Spread>> speeds = new EnumMap<>(Measure.class);
        values.forEach((measure, all) -> speeds.put(measure, spreads(all)));
        return new Outcome(settings, LocalDate.now(), computer, software, speeds, spreads(peaks), flops(), memory, losses);
    }

    /** Each contender loads the network and does one of everything that will be measured, so that nothing is measured for the first time. */
    private Map<Contender, Outcome.Software> open() {
        passes.begin();
        Map<Contender, Outcome.Software> software = new EnumMap<>(Contender.class);
        workers.ask(Contender.FACET_FP32, tasks.writeStart());
        for (Contender contender : CONTENDERS) {
            JsonObject about = workers.ask(contender, Tasks.plain("about"));
            software.put(contender, new Outcome.Software(about.get("language").getAsString(), about.get("library").getAsString(),
                    about.get("torch").getAsString(), about.get("threads").getAsString(), about.get("allocator").getAsString()));
            workers.ask(contender, tasks.open());
            workers.ask(contender, tasks.of(Measure.STEP));
            workers.ask(contender, tasks.of(Measure.EMBED));
            passes.opened(contender);
        }
        return software;
    }

    private double measure(Measure measure, Contender contender) {
        double value = workers.ask(contender, tasks.of(measure)).get("value").getAsDouble();
        passes.measured(measure, contender);
        return value;
    }

    private void matmul() {
        JsonObject found = workers.ask(Contender.tuned(CONTENDERS), Tasks.plain("matmul"));
        found.entrySet().forEach(peak -> peaks.computeIfAbsent(peak.getKey(), key -> new ArrayList<>()).add(peak.getValue().getAsDouble()));
    }

    private Map<Contender, Long> memory() {
        Map<Contender, Long> memory = new EnumMap<>(Contender.class);
        for (Contender contender : CONTENDERS) {
            JsonElement bytes = workers.ask(contender, Tasks.plain("memory")).get("bytes");
            if (bytes != null && !bytes.isJsonNull()) {
                memory.put(contender, bytes.getAsLong());
            }
        }
        return memory;
    }

    private List<Double> losses(Contender contender) {
        JsonObject found = workers.ask(contender, tasks.losses());
        passes.compared(contender);
        return found.getAsJsonArray("losses").asList().stream().map(JsonElement::getAsDouble).toList();
    }

    private Map<Contender, Double> flops() {
        Settings settings = tasks.settings();
        Safetensors start = Safetensors.read(tasks.start());
        Map<String, long[]> shapes = start.names().stream().collect(Collectors.toMap(name -> name, start::shape));
        return CONTENDERS.stream().collect(Collectors.toMap(contender -> contender,
                contender -> Flops.step(shapes, settings.size(), 3 * settings.batch(), contender.head())));
    }

    private static <K> Map<K, Spread> spreads(Map<K, List<Double>> values) {
        Map<K, Spread> spreads = new LinkedHashMap<>();
        values.forEach((key, each) -> spreads.put(key, Spread.of(each)));
        return spreads;
    }
}
