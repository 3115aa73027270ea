package facet.report.table;

import facet.data.FaceSet;
import facet.data.TripletSet;
import facet.data.TripletSplit;
import facet.paper.PaperNumbers;
import facet.train.TripletMeasurement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** How many triplets each part has, beside the paper's. */
public final class Counts {

    private Counts() { }

    /** @return triplets by part: train, validation, then the test sets */
    public static Map<String, Integer> map(TripletSplit split) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        counts.put(split.train().name(), split.train().size());
        counts.put(split.validation().name(), split.validation().size());
        for (TripletSet set : split.testSets()) {
            counts.merge(set.name(), set.size(), Integer::sum);
        }
        return counts;
    }

    /** @return a row a kind, with the triplets that a face set gives and the images in them */
    public static Table kinds(FaceSet faces) {
        StringColumn kind = StringColumn.create("kind");
        IntColumn triplets = IntColumn.create("triplets");
        IntColumn pictures = IntColumn.create("images");
        for (TripletSet set : TripletSet.byKind(faces.triplets())) {
            kind.append(set.name());
            triplets.append(set.size());
            pictures.append(TripletMeasurement.images(List.of(set)).size());
        }
        return Table.create("Given triplets, face set " + faces.name(), kind, triplets, pictures);
    }

    /** @return a row a part, with its triplets and the paper's */
    public static Table of(TripletSplit split) {
        StringColumn part = StringColumn.create("part");
        IntColumn triplets = IntColumn.create("triplets");
        IntColumn paper = IntColumn.create("paper's triplets");
        map(split).forEach((name, count) -> {
            part.append(name);
            triplets.append(count);
            PaperNumbers.triplets(name).ifPresentOrElse(paper::append, paper::appendMissing);
        });
        return Table.create("Groups of " + split.name(), part, triplets, paper);
    }
}
