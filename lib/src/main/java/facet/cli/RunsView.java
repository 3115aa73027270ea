package facet.cli;

import facet.io.AtomicFile;
import facet.io.CsvFile;
import facet.io.FacetException;
import facet.io.PlainText;
import facet.study.Experiment;
import facet.study.NearestName;
import facet.study.Run;
import facet.study.Runs;
import facet.study.SettingNames;
import facet.study.UserWords;
import facet.study.Variation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Which of the runs facet runs lists, in which order, and where it writes them. */
final class RunsView {

    private static final List<String> MEASURED = List.of("id", "data", "epochs", "validation", "diagnosis");
    private static final Set<String> SETTINGS = Experiment.paper("").values().texts().keySet();

    @Option(names = "--where", paramLabel = "SETTING=VALUE", description = "Only runs with this setting, such as level=P2; several may be given.")
    private List<String> where = List.of();

    @Option(names = "--sort", paramLabel = "COLUMN", description = "id, data, epochs, validation (best first), diagnosis, or a setting such as lr.")
    private String sort;

    @Option(names = "--csv", paramLabel = "FILE.csv", description = "Where to write the list as a table with a column for each setting that varies, if wanted.")
    private Path csv;

    /** Refuses what can't be, before runs are read; throws a FacetException. */
    void check() {
        if (csv != null) {
            AtomicFile.check(csv);
        }
        if (sort != null && sort.startsWith("test")) {
            throw new FacetException("Runs are not sorted by their test accuracy: who chooses by it learns nothing from it any more. Choose by --sort validation.");
        }
        if (sort != null && !MEASURED.contains(sort) && !SETTINGS.contains(SettingNames.setting(sort))) {
            List<String> known = Stream.concat(MEASURED.stream(), SETTINGS.stream()).distinct().toList();
            throw new FacetException("There is no column " + PlainText.of(sort) + NearestName.of(sort, known).map(name -> ": did you mean " + name + "?").orElse(".")
                    + " --sort takes " + String.join(", ", known) + ".");
        }
    }

    /** Returns the runs that were asked for, in the order that was asked for; of one value, by their settings, numbers by their size. */
    List<Run> of(List<Run> runs) {
        Runs chosen = new Runs(runs);
        for (String each : where) {
            String[] words = each.split("=", 2);
            if (words.length < 2) {
                throw new FacetException("--where is " + PlainText.of(each) + "; write SETTING=VALUE, such as level=P2.");
            }
            String setting = SettingNames.setting(words[0].strip());
            chosen = chosen.where(setting, UserWords.settled(setting, words[1].strip()));
        }
        return sort == null ? chosen : chosen.stream().map(Row::of).sorted(order()).map(Row::run).toList();
    }

    /** Returns the order of a list that nobody sorts: that of its settings, where the runs have no age. */
    static Comparator<Run> bySettings() {
        return Comparator.comparing(run -> List.copyOf(run.experiment().values().texts().values()), RunsView::compare);
    }

    private Comparator<Row> order() {
        Comparator<Row> first = switch (sort) {
            case "id" -> Comparator.comparing(row -> row.run.id());
            case "epochs" -> Comparator.comparingInt(Row::epochs);
            case "validation" -> Comparator.comparingDouble((Row row) -> Double.isNaN(row.validation) ? Double.NEGATIVE_INFINITY : row.validation).reversed();
            case "diagnosis" -> Comparator.comparing(Row::diagnosis);
            default -> Comparator.comparing(row -> List.of(row.run.experiment().values().texts().get(SettingNames.setting(sort))), RunsView::compare);
        };
        return first.thenComparing(Row::run, bySettings());
    }

    /** Numbers by their size, other texts by their letters. */
    private static int compare(List<String> ours, List<String> theirs) {
        for (int i = 0; i < ours.size(); i++) {
            int order = number(ours.get(i)) && number(theirs.get(i)) ? Double.compare(Double.parseDouble(ours.get(i)), Double.parseDouble(theirs.get(i))) : ours.get(i).compareTo(theirs.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static boolean number(String text) {
        return text.matches("-?[0-9]+(\\.[0-9]+)?(E-?[0-9]+)?");
    }

    /** Writes the runs, where that is asked for; returns whether it is. */
    boolean write(List<Run> runs) {
        if (csv == null) {
            return false;
        }
        List<String> varying = SETTINGS.stream().filter(Variation.ofRuns(runs).settings()::contains).filter(name -> !name.equals("data")).toList();
        List<String> columns = new ArrayList<>(List.of("run", "data"));
        columns.addAll(varying);
        columns.addAll(List.of("epochs", "validation_accuracy", "test_accuracy", "diagnosis"));
        CsvFile.write(csv, file -> {
            for (Row row : runs.stream().map(Row::of).toList()) {
                List<Object> cells = new ArrayList<>(List.of(row.run.id(), PlainText.cell(row.run.experiment().faces().data())));
                varying.forEach(name -> cells.add(PlainText.cell(row.run.experiment().values().texts().get(name))));
                cells.add(row.epochs);
                cells.add(Double.isNaN(row.validation) ? null : row.validation);
                cells.add(Double.isNaN(row.test) ? null : row.test);
                cells.add(row.diagnosis);
                file.printRecord(cells);
            }
        }, columns.toArray(String[]::new));
        System.out.println("Wrote " + csv);
        return true;
    }

    /** A run and what it measured, which is read once. */
    private record Row(Run run, int epochs, double validation, double test, String diagnosis) {

        static Row of(Run run) {
            var history = run.history();
            return new Row(run, Math.max(0, history.lastEpoch()), history.lastAccuracy("validation"), history.lastAccuracy("test"),
                    run.diagnosis().map(found -> found.condition().word()).orElse(""));
        }
    }
}
