package facet.report.table;

import facet.eval.reading.Prediction;
import facet.eval.reading.Quantity;
import facet.eval.reading.Reading;
import facet.eval.reading.StatedNumber;
import facet.report.IntervalText;
import facet.report.Numbers;
import java.util.List;
import java.util.Optional;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Whether the paper's numbers lie where a reading expects them: {@link Prediction}. */
public final class ReadingFit {

    private ReadingFit() { }

    /** @return a row for each reading and number: the paper's value, the 95 % predictive interval, and whether it holds the value */
    public static Table of(List<Reading> readings, List<StatedNumber> numbers) {
        SharedWords shared = SharedWords.of(readings.stream().map(Reading::name).toList());
        StringColumn reading = StringColumn.create("reading");
        StringColumn number = StringColumn.create("number");
        StringColumn paper = StringColumn.create("the paper");
        StringColumn expected = StringColumn.create("95 % predictive interval");
        StringColumn fits = StringColumn.create("fits");
        for (Reading each : readings) {
            for (StatedNumber stated : numbers) {
                Optional<Prediction> prediction = Prediction.of(each, stated);
                reading.append(shared.without(each.name()));
                number.append(words(stated));
                paper.append(Numbers.decimal(stated.value()));
                expected.append(prediction.map(found -> IntervalText.decimals(found.interval())).orElse(Numbers.MISSING));
                fits.append(prediction.map(found -> found.fits() ? "yes" : "no").orElse("not measured") + diverged(each, stated.learningRate()));
            }
        }
        return Table.create(shared.toString(), reading, number, paper, expected, fits);
    }

    private static String diverged(Reading reading, double rate) {
        int diverged = reading.diverged(rate);
        return diverged == 0 ? "" : " (" + diverged + " of " + reading.seeds(rate).size() + " diverged)";
    }

    private static String words(StatedNumber stated) {
        String quantity = stated.quantity() == Quantity.LOSS ? "loss" : stated.quantity() == Quantity.ACCURACY ? "accuracy" : "best accuracy";
        return stated.set() + " " + quantity + " at " + Numbers.plain(stated.learningRate());
    }
}
