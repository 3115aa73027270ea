package facet.report.table;

import facet.data.FaceSet;
import facet.data.TripletSet;
import facet.data.TripletSplit;
import facet.paper.PaperNumbers;
import facet.train.GroupDistances;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** How many groups each part has, beside the paper's. */
public final class Counts {

    private Counts() { }

    /** @return groups by part: train, validation, then the test sets */
    public static Map<String, Integer> map(TripletSplit split) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        counts.put(split.train().name(), split.train().size());
        counts.put(split.validation().name(), split.validation().size());
        for (TripletSet set : split.testSets()) {
            counts.merge(set.name(), set.size(), Integer::sum);
        }
        return counts;
    }

    /** @return a row a kind, with the groups that a face set gives and the pictures in them */
    public static Table kinds(FaceSet faces) {
        StringColumn kind = StringColumn.create("kind");
        IntColumn groups = IntColumn.create("groups");
        IntColumn pictures = IntColumn.create("pictures");
        for (TripletSet set : TripletSet.byKind(faces.groups())) {
            kind.append(set.name());
            groups.append(set.size());
            pictures.append(GroupDistances.images(List.of(set)).size());
        }
        return Table.create("Given groups, face set " + faces.name(), kind, groups, pictures);
    }

    /** @return a row a part, with its groups and the paper's */
    public static Table of(TripletSplit split) {
        StringColumn part = StringColumn.create("part");
        IntColumn groups = IntColumn.create("groups");
        IntColumn paper = IntColumn.create("paper's groups");
        map(split).forEach((name, count) -> {
            part.append(name);
            groups.append(count);
            PaperNumbers.groups(name).ifPresentOrElse(paper::append, paper::appendMissing);
        });
        return Table.create("Groups of " + split.name(), part, groups, paper);
    }
}
