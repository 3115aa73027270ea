package facet.report.table;

import facet.eval.Interval;
import facet.eval.Verification;
import facet.report.IntervalText;
import java.util.Locale;
import java.util.Map;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** The errors of a verification at a threshold. */
public final class VerificationTable {

    private VerificationTable() { }

    /** @return a row a set: of its pairs of strangers and of one person, how many a threshold classifies wrongly, and both error rates with their 95 % intervals */
    public static Table of(double threshold, Map<String, Verification> sets) {
        StringColumn set = StringColumn.create("set");
        IntColumn strangers = IntColumn.create("pairs of strangers");
        IntColumn accepted = IntColumn.create("false accepts");
        StringColumn acceptRate = StringColumn.create("false accept rate (95 %)");
        IntColumn same = IntColumn.create("pairs of one person");
        IntColumn rejected = IntColumn.create("false rejects");
        StringColumn rejectRate = StringColumn.create("false reject rate (95 %)");
        sets.forEach((name, pairs) -> {
            set.append(name);
            strangers.append(pairs.different().size());
            accepted.append(pairs.falseAccepts(threshold));
            acceptRate.append(text(pairs.falseAcceptRate(threshold), pairs.falseAcceptInterval(threshold)));
            same.append(pairs.same().size());
            rejected.append(pairs.falseRejects(threshold));
            rejectRate.append(text(pairs.falseRejectRate(threshold), pairs.falseRejectInterval(threshold)));
        });
        return Table.create(String.format(Locale.ROOT, "Wrong answers at the threshold %.2f", threshold),
                set, strangers, accepted, acceptRate, same, rejected, rejectRate);
    }

    private static String text(double rate, Interval interval) {
        return String.format(Locale.ROOT, "%.3f (%s)", rate, IntervalText.share(interval));
    }
}
