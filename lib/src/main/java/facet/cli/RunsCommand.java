package facet.cli;

import facet.io.FacetException;
import facet.report.table.PairedTable;
import facet.report.table.RunsTable;
import facet.study.MeasuredRun;
import facet.study.Recording;
import facet.study.Run;
import facet.study.RunStore;
import facet.train.History;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import tech.tablesaw.api.Table;

/** facet runs. */
@Command(name = "runs", mixinStandardHelpOptions = true, sortOptions = false, description = "List the runs that are kept; compare, record or delete some.",
        footer = {"", "Examples:", "  environment/facet runs", "  environment/facet runs compare ac44 23c3", "  environment/facet runs delete ac44",
            "  environment/facet runs --recorded"})
final class RunsCommand implements Runnable {

    private static final int WIDTH = 100; // columns of a terminal

    @Mixin
    private RunsFolder runsFolder;

    @Option(names = "--recorded", description = "The runs that come with Facet, data/recorded.", scope = ScopeType.INHERIT)
    private boolean recorded;

    private RunStore store() {
        return recorded ? RunStore.openRecorded() : runsFolder.store();
    }

    @Override
    public void run() {
        RunStore store = store();
        List<Run> runs = store.runs();
        List<String> damaged = store.damaged();
        damaged.forEach(sentence -> System.err.println("Note: " + sentence));
        String none = damaged.isEmpty() ? "There are no runs in " + store.folder() : "No run in " + store.folder() + " can be read.";
        System.out.println(runs.isEmpty() ? none : table(runs));
    }

    /** Where runs diverged stands below the table, which has no room for it. */
    private static String table(List<Run> runs) {
        Table table = RunsTable.of(runs);
        if (table.containsColumn(RunsTable.DIVERGENCE)) {
            table.removeColumns(RunsTable.DIVERGENCE);
        }
        return Stream.concat(Stream.of(FittedTable.of(table, WIDTH)), runs.stream().flatMap(run -> run.divergence().map(where -> run.id() + ": " + where + ".").stream()))
                .collect(Collectors.joining(System.lineSeparator()));
    }

    @Command(mixinStandardHelpOptions = true, description = "Two runs triplet by triplet, after the last epoch that both have.")
    void compare(@Parameters(paramLabel = "ID", description = "A run's id, or its first digits.") String first,
            @Parameters(paramLabel = "ID", description = "The other's.") String second) {
        RunStore store = store();
        Run a = store.find(first);
        Run b = store.find(second);
        if (a.equals(b)) {
            throw new FacetException("Both are the run " + a.id() + ": there is nothing to compare.");
        }
        if (!a.splitHash().equals(b.splitHash())) {
            throw new FacetException("The runs " + a.id() + " and " + b.id() + " were not tested on the same triplets (splits " + a.splitHash() + " and " + b.splitHash()
                    + "): they can't be compared triplet by triplet.");
        }
        History measured = a.history();
        int epoch = Math.min(measured.lastEpoch(), b.history().lastEpoch());
        System.out.println(a.id() + ": " + a.experiment().canonical());
        System.out.println(b.id() + ": " + b.experiment().canonical());
        System.out.println("After epoch " + epoch + ":");
        String[] sets = MeasuredRun.sharedTests(a, b, epoch).toArray(String[]::new);
        if (sets.length < measured.testSets().length) {
            System.out.println("Without hard test, which after that epoch was not measured in both runs by one judge.");
        }
        System.out.println(PairedTable.of(a.id(), a, b.id(), b, epoch, sets).printAll());
    }

    @Command(mixinStandardHelpOptions = true, description = "Copy what runs measured, not their weights, into data/recorded, to be committed.")
    void record(@Parameters(paramLabel = "ID", arity = "1..*", description = "Ids of runs, or their first digits.") List<String> ids) {
        for (Run run : ids.stream().map(store()::find).distinct().toList()) { // all are there, or nothing is done
            System.out.println("Recorded " + Recording.of(run, RunStore.openRecorded()).folder());
        }
    }

    @Command(mixinStandardHelpOptions = true, description = "Delete runs, damaged ones too, with their weights and measurements.")
    void delete(@Parameters(paramLabel = "ID", arity = "1..*", description = "Ids of runs, or their first digits.") List<String> ids) {
        RunStore store = store();
        for (Path run : ids.stream().map(store::folder).distinct().toList()) { // all are there, or nothing is done
            store.delete(run);
            System.out.println("Deleted " + run);
        }
    }
}
