package facet.cli;

import facet.report.table.RunsTable;
import facet.study.Recording;
import facet.study.Run;
import facet.study.RunStore;
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
            "  environment/facet runs --recorded --where data=lfw --where level=P2 \\", "    --sort validation"})
final class RunsCommand implements Runnable {

    @Mixin
    private RunsFolder runsFolder;

    @Option(names = "--recorded", description = "The runs that come with Facet, data/recorded.", scope = ScopeType.INHERIT)
    private boolean recorded;

    @Mixin
    private RunsView view;

    private final Question question;

    RunsCommand() {
        this(Question.ofTerminal());
    }

    RunsCommand(Question question) {
        this.question = question;
    }

    private RunStore store() {
        return recorded ? RunStore.openRecorded() : runsFolder.store();
    }

    @Override
    public void run() {
        view.check();
        RunStore store = store();
        List<Run> all = recorded ? store.runs().stream().sorted(RunsView.bySettings()).toList() : store.runs();
        List<Run> runs = view.of(all);
        List<String> damaged = store.damaged();
        damaged.forEach(sentence -> System.err.println("Note: " + sentence));
        String none = !all.isEmpty() ? "No run in " + store.folder() + " has these settings."
                : damaged.isEmpty() ? "There are no runs in " + store.folder() : "No run in " + store.folder() + " can be read.";
        if (runs.isEmpty()) {
            System.out.println(none);
        }
        if (!view.write(runs) && !runs.isEmpty()) { // a table without rows is written, too: an older file would pass for the answer
            System.out.println(table(runs));
        }
    }

    /** Where runs diverged stands below the table, which has no room for it. */
    private static String table(List<Run> runs) {
        Table table = RunsTable.of(runs);
        if (table.containsColumn(RunsTable.DIVERGENCE)) {
            table.removeColumns(RunsTable.DIVERGENCE);
        }
        return Stream.concat(Stream.of(FittedTable.of(table)), runs.stream().flatMap(run -> run.divergence().map(where -> run.id() + ": " + where + ".").stream()))
                .collect(Collectors.joining(System.lineSeparator()));
    }

    @Command(mixinStandardHelpOptions = true, description = "Two runs triplet by triplet, after the last epoch that both have.")
    void compare(@Parameters(paramLabel = "ID", description = "A run's id, or its first digits.") String first,
            @Parameters(paramLabel = "ID", description = "The other's.") String second) {
        RunStore store = store();
        System.out.println(RunsComparison.of(store.find(first), store.find(second)));
    }

    @Command(mixinStandardHelpOptions = true, description = "Copy what runs measured, not their weights, into data/recorded, to be committed.")
    void record(@Parameters(paramLabel = "ID", arity = "1..*", description = "Ids of runs, or their first digits.") List<String> ids) {
        for (Run run : ids.stream().map(store()::find).distinct().toList()) { // all are there, or nothing is done
            System.out.println("Recorded " + Recording.of(run, RunStore.openRecorded()).folder());
        }
    }

    @Command(mixinStandardHelpOptions = true, description = "Delete runs, damaged ones too, with their weights and measurements.")
    void delete(@Parameters(paramLabel = "ID", arity = "1..*", description = "Ids of runs, or their first digits.") List<String> ids,
            @Option(names = "--yes", description = "Do not ask.") boolean yes) {
        RunStore store = store();
        List<Path> runs = ids.stream().map(store::folder).distinct().toList(); // all are there, or nothing is done
        if (!yes && !recorded && !question.agreed("Delete " + runs.stream().map(run -> run.getFileName().toString()).collect(Collectors.joining(", "))
                + " with all that " + (runs.size() == 1 ? "it" : "they") + " measured? [y/N] ")) {
            System.out.println("Nothing was deleted.");
            return;
        }
        for (Path run : runs) {
            store.delete(run);
            System.out.println("Deleted " + run);
        }
    }
}
