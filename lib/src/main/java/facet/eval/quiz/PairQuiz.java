package facet.eval.quiz;

import facet.data.Triplet;
import facet.data.TripletSet;
import facet.data.TripletSplit;
import facet.io.DataHome;
import facet.io.FacetException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Pairs of look-alikes that people and networks decide. Half of them show one person. The others show two people who look alike.
 *
 * @param pairs in the order in which they are asked; nobody stands in two of them
 * @param photographs whether real people are shown; their images are only for the reader's own files
 */
public record PairQuiz(List<QuizPair> pairs, boolean photographs) {

    public PairQuiz {
        pairs = List.copyOf(pairs);
    }

    /**
     * Draws a quiz from test sets of a split. A network that was trained on the split has never seen its people, and a threshold that was chosen on its validation set
     * neither.
     *
     * @param split of the network that is tested
     * @param pairs how many, an even number
     * @param seed of the choice and the order; the same seed gives the same quiz
     * @param sets such as lookalike and twinlike, or hard test
     * @throws FacetException where a set does not exist or holds somebody of the training or validation set, or where there are too few people
     */
    public static PairQuiz draw(TripletSplit split, int pairs, long seed, String... sets) {
        if (pairs < 2 || pairs % 2 != 0) {
            throw new FacetException("A quiz needs an even number of pairs, half of them of one person, not " + pairs + ".");
        }
        Random random = new Random(seed);
        List<Boolean> same = new ArrayList<>(Collections.nCopies(pairs / 2, true));
        same.addAll(Collections.nCopies(pairs / 2, false));
        Collections.shuffle(same, random);
        List<QuizPair> pool = new ArrayList<>(Arrays.stream(sets).flatMap(name -> unseen(split, name).map(triplet -> new QuizPair(name, triplet, true))).toList());
        Collections.shuffle(pool, random);
        List<QuizPair> drawn = distinct(pool, same);
        if (drawn.size() < pairs) {
            throw new FacetException("The sets " + String.join(", ", sets) + " give " + drawn.size() + " pairs in which nobody is shown twice, not " + pairs
                    + ". Ask for fewer pairs, or name more sets.");
        }
        return new PairQuiz(drawn, !generated(drawn));
    }

    /** Tells it by where the files are: a folder of photographs may bear any name. */
    private static boolean generated(List<QuizPair> pairs) {
        Path own = DataHome.find().generatedFaces().toAbsolutePath().normalize();
        return pairs.stream().flatMap(pair -> pair.triplet().images().stream()).allMatch(image -> image.toAbsolutePath().normalize().startsWith(own));
    }

    /** Takes pairs in their order, of one person or of two as the list says, and passes over those of somebody who is shown already. */
    private static List<QuizPair> distinct(List<QuizPair> pool, List<Boolean> same) {
        List<QuizPair> drawn = new ArrayList<>();
        Set<String> shown = new HashSet<>();
        for (QuizPair each : pool) {
            if (drawn.size() == same.size()) {
                break;
            }
            QuizPair asked = new QuizPair(each.set(), each.triplet(), same.get(drawn.size()));
            if (Collections.disjoint(shown, asked.people())) {
                shown.addAll(asked.people());
                drawn.add(asked);
            }
        }
        return drawn;
    }

    private static Stream<Triplet> unseen(TripletSplit split, String name) {
        TripletSet set = set(split, name);
        checkUnseen(split, set);
        return set.triplets().stream();
    }

    private static TripletSet set(TripletSplit split, String name) {
        return split.measured().stream().filter(set -> set.name().equals(name)).findFirst().orElseThrow(() -> new FacetException("There is no set " + name
                + " to draw pairs from. There are: " + split.measured().stream().map(TripletSet::name).collect(Collectors.joining(", ")) + "."));
    }

    private static void checkUnseen(TripletSplit split, TripletSet set) {
        for (TripletSet other : List.of(split.train(), split.validation())) {
            Set<String> both = set.people();
            both.retainAll(other.people());
            if (!both.isEmpty()) {
                throw new FacetException("The set " + set.name() + " shows " + both.iterator().next() + ", who is in the set " + other.name()
                        + ", too: a network would be tested on people that it was trained on. Draw from a test set.");
            }
        }
    }

    /** @return the correct answers, a letter a pair: S for the same person, D for different people */
    public String key() {
        return pairs.stream().map(pair -> String.valueOf(pair.letter())).collect(Collectors.joining());
    }

    /** @return the triplets of the pairs by their sets: what a network has to measure */
    public List<TripletSet> triplets() {
        Map<String, List<Triplet>> sets = new LinkedHashMap<>();
        pairs.forEach(pair -> sets.computeIfAbsent(pair.set(), set -> new ArrayList<>()).add(pair.triplet()));
        return sets.entrySet().stream().map(set -> new TripletSet(set.getKey(), set.getValue())).toList();
    }

    /** @return those and the triplets of another set, on which thresholds are chosen */
    public List<TripletSet> tripletsAnd(TripletSet other) {
        return Stream.concat(Stream.of(other), triplets().stream()).toList();
    }
}
