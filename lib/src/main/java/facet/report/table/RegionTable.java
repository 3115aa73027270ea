package facet.report.table;

import facet.data.image.FaceRegion;
import facet.eval.Measurements;
import facet.eval.TripletAccuracy;
import facet.report.IntervalText;
import facet.study.RegionAccuracy;
import java.util.Map;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Shows the accuracy of networks on whole images, on backgrounds and on centre crops: {@link RegionAccuracy}. */
public final class RegionTable {

    private RegionTable() { }

    /** @return a row for each network, set and region, with the 95 % interval of the accuracy */
    public static Table of(RegionAccuracy... networks) {
        StringColumn network = StringColumn.create("network");
        IntColumn epoch = IntColumn.create("epoch");
        StringColumn set = StringColumn.create("set");
        StringColumn images = StringColumn.create("images");
        IntColumn triplets = IntColumn.create("triplets");
        DoubleColumn accuracy = Columns.decimals("accuracy");
        StringColumn interval = StringColumn.create("95 % interval");
        for (RegionAccuracy each : networks) {
            for (String name : each.regions().get(FaceRegion.WHOLE).sets()) {
                for (Map.Entry<FaceRegion, Measurements> region : each.regions().entrySet()) {
                    TripletAccuracy found = region.getValue().accuracy(name, 0); // of which the accuracy alone is shown: it has no margin
                    network.append(each.network());
                    epoch.append(each.epoch());
                    set.append(name);
                    images.append(region.getKey().text());
                    triplets.append(found.triplets());
                    accuracy.append(found.accuracy());
                    interval.append(IntervalText.share(found.interval()));
                }
            }
        }
        return Table.create("", network, epoch, set, images, triplets, accuracy, interval);
    }
}
