package facet.report.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import facet.io.CsvFile;
import facet.study.Experiment;
import facet.study.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Table;

/** Just too little evidence, and just enough. Whatever the tables call their columns, the last one says which side is better. */
class EvidenceBoundaryTest {

    @TempDir
    Path folder;

    /** Of 14 triplets that differ, 3 speak for one side: p = 2 (1 + 14 + 91 + 364) / 2^14 = 0.0574. Of 12, 2 do: p = 2 (1 + 12 + 66) / 2^12 = 0.0386. */
    @Test
    void aPairedTestTellsBelowFiveInAHundred() throws IOException {
        assertEquals("inconclusive", better(PairedTable.ofEpochs(run(1, 14, (epoch, triplet) -> triplet < 3 == (epoch == 0)), 1, 0, "test")));
        assertEquals("epoch 1", better(PairedTable.ofEpochs(run(2, 12, (epoch, triplet) -> triplet < 2 == (epoch == 0)), 1, 0, "test")));
    }

    /** All triplets become correct, with each of three seeds. Five are told by nothing, though the interval leaves out 0; six are. */
    @Test
    void overSeedsSixTripletsHaveToDiffer() throws IOException {
        for (int triplets : new int[] {5, 6}) {
            List<Run> seeds = LongStream.rangeClosed(1, 3).mapToObj(seed -> run(seed, triplets, (epoch, triplet) -> epoch == 1)).toList();
            String expected = triplets == 5 ? "inconclusive" : "epoch 1";
            assertEquals(expected, better(CrossedTable.ofEpochs(seeds, 1, 0, "test")), triplets + " groups");
            assertEquals(expected, better(CrossedTable.lossOfEpochs(seeds, 1, 0, "test")), triplets + " groups");
        }
    }

    private static String better(Table table) {
        return table.stringColumn(table.columnCount() - 1).get(0);
    }

    /** A run of one set after the epochs 0 and 1. */
    private Run run(long seed, int triplets, BiPredicate<Integer, Integer> correct) {
        Experiment experiment = Experiment.paper("generated").seed(seed).triplets(triplets);
        Path run = folder.resolve(experiment.id());
        try {
            CsvFile.write(Files.createDirectories(run).resolve("distances.csv"), csv -> {
                for (int epoch = 0; epoch < 2; epoch++) {
                    for (int triplet = 0; triplet < triplets; triplet++) {
                        csv.printRecord(epoch, "test", "g" + triplet, "ordinary", correct.test(epoch, triplet) ? 1 : 3, 2);
                    }
                }
            }, "epoch", "set", "group", "kind", "d_ap", "d_an");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return new Run(experiment, run);
    }
}
