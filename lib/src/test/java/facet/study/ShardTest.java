package facet.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import facet.io.FacetException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ShardTest {

    private static final Experiment BASE = Experiment.paper("generated");

    @Test
    void everyRunIsInOneShardAndShardsAreEqual() {
        Study study = Study.grid(BASE).learningRate(0.001, 0.01).seeds(7).epochs(1);
        for (int count : new int[] {1, 2, 3, 4, 14}) {
            List<Experiment> all = new ArrayList<>();
            for (int number = 1; number <= count; number++) {
                List<Experiment> part = part(number, count, study);
                assertEquals(14 / count, part.size(), 1, number + "/" + count);
                all.addAll(part);
            }
            assertEquals(14, all.size());
            assertEquals(Set.copyOf(study.experiments()), Set.copyOf(all));
        }
    }

    @Test
    void theOrderInTheFileDoesNotMatter() {
        Study study = Study.grid(BASE).learningRate(0.001, 0.01).seeds(7).epochs(1);
        List<Experiment> shuffled = new ArrayList<>(study.experiments());
        Collections.shuffle(shuffled, new Random(1));
        for (int number = 1; number <= 3; number++) {
            assertEquals(Set.copyOf(part(number, 3, study)), Set.copyOf(part(number, 3, new Study(shuffled, 1))));
        }
    }

    /** Two shards that trained one run would get in each other's way. */
    @Test
    void aRunOfTwoStudiesIsInOneShard() {
        List<Study> file = List.of(Study.grid(BASE).seeds(6).epochs(10), new Study(List.of(BASE.seed(4), BASE.seed(9)), 20), new Study(List.of(BASE.seed(6)), 30));
        Set<String> before = new HashSet<>();
        for (int number = 1; number <= 3; number++) {
            Set<String> ids = new Shard(number, 3).part(file).stream().flatMap(study -> study.experiments().stream()).map(Experiment::id).collect(Collectors.toSet());
            ids.forEach(id -> assertEquals(true, before.add(id), id + " is in two shards"));
        }
        assertEquals(7, before.size());
        assertEquals(List.of(10, 20, 30), new Shard(2, 3).part(file).stream().map(Study::epochs).toList());
    }

    @Test
    void aShardOfMoreThanThereAreRunsMayHaveNone() {
        Study two = Study.grid(BASE).seeds(2).epochs(1).named("two");
        assertEquals(List.of(1, 1, 0), List.of(part(1, 3, two).size(), part(2, 3, two).size(), part(3, 3, two).size()));
    }

    @Test
    void whatIsNoShardIsSaid() {
        for (String text : new String[] {"0/4", "5/4", "1/0", "1", "1/2/3", "-1/2", "a/b", "1/10001", "99999999999/2", ""}) {
            String message = assertThrows(FacetException.class, () -> Shard.of(text), text).getMessage();
            assertEquals("The shard is " + text + "; write I/N, such as 2/4 for the second of four: I from 1 to N, and N at most 10,000.", message);
        }
        assertEquals(new Shard(3, 4), Shard.of("3/4"));
    }

    private static List<Experiment> part(int number, int count, Study study) {
        return new Shard(number, count).part(List.of(study)).get(0).experiments();
    }
}
