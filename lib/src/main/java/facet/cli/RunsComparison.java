package facet.cli;

import facet.io.FacetException;
import facet.report.table.PairedTable;
import facet.study.MeasuredRun;
import facet.study.Run;
import facet.train.History;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Two runs triplet by triplet, as text: the settings that differ, those that they share, and a table of the sets, the one to choose by first. */
final class RunsComparison {

    private static final String VALIDATION = "validation";

    private RunsComparison() { }

    /** Compares them after the last epoch that both have; throws a FacetException where they are one run, or were measured on other triplets. */
    static String of(Run first, Run second) {
        if (first.equals(second)) {
            throw new FacetException("Both are the run " + first.id() + ": there is nothing to compare.");
        }
        if (!first.splitHash().equals(second.splitHash())) {
            throw new FacetException("The runs " + first.id() + " and " + second.id() + " were not tested on the same triplets (splits " + first.splitHash() + " and " + second.splitHash()
                    + "): they can't be compared triplet by triplet.");
        }
        History measured = first.history();
        int epoch = Math.min(measured.lastEpoch(), second.history().lastEpoch());
        List<String> tests = MeasuredRun.sharedTests(first, second, epoch);
        Stream<String> validation = Stream.of(VALIDATION).filter(set -> Stream.of(first, second).allMatch(run -> !run.distances(epoch, set).isEmpty()));
        String[] sets = Stream.concat(validation, tests.stream()).toArray(String[]::new);
        String without = tests.size() < measured.testSets().length ? "Without hard test, which after that epoch was not measured in both runs by one judge." : "";
        return Stream.of("A is " + first.id() + ": " + settings(first, second, (ours, theirs) -> !ours.equals(theirs)), "B is " + second.id() + ": " + settings(second, first, (ours, theirs) -> !ours.equals(theirs)),
                        "Both: " + settings(first, second, String::equals), "After epoch " + epoch + ":", without)
                .filter(line -> !line.isEmpty()).map(FittedTable::wrapped).collect(Collectors.joining(System.lineSeparator())) + System.lineSeparator()
                + FittedTable.of(PairedTable.of("A", first, "B", second, epoch, sets));
    }

    private static String settings(Run run, Run other, BiPredicate<String, String> shown) {
        Map<String, String> ours = run.experiment().values().texts();
        Map<String, String> theirs = other.experiment().values().texts();
        Stream<String> written = Stream.of(run, other).flatMap(each -> each.experiment().settings().keySet().stream()).distinct(); // the others are the paper's
        String line = written.filter(name -> shown.test(ours.get(name), theirs.get(name))).map(name -> name + "=" + ours.get(name)).collect(Collectors.joining(" "));
        return line.isEmpty() ? "the same settings" : line;
    }
}
