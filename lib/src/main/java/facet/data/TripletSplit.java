package facet.data;

import facet.io.FacetException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The parts of an experiment (paper section 2.4). No person of whom triplets are drawn stands in two of train, validation and the
 * ordinary test set; of given triplets, whose people are not known, no image does, not even as a copy under another name.
 *
 * @param name the face set it was made of
 * @param train triplets that are trained on
 * @param validation triplets that choices are made on
 * @param testSets the ordinary test set first, then the special ones by kind
 * @param judged further sets that are measured, which a judge chose ({@link JudgedSplit}); they are no part of {@link #hash}
 */
public record TripletSplit(String name, TripletSet train, TripletSet validation, List<TripletSet> testSets, List<TripletSet> judged) {

    private static final int FEWEST = 2; // triplets of a part: with one person there is no negative

    public TripletSplit {
        testSets = List.copyOf(testSets);
        judged = List.copyOf(judged);
    }

    /** Makes a split without the sets that a judge chooses. */
    public TripletSplit(String name, TripletSet train, TripletSet validation, List<TripletSet> testSets) {
        this(name, train, validation, testSets, List.of());
    }

    /** @return the split of a seed, negatives at random; the same on every machine */
    public static TripletSplit of(FaceSet faces, long seed) {
        return of(faces, seed, Negatives.random());
    }

    /**
     * Shuffles people and pooled triplets, takes a tenth for testing and a tenth for validation, and draws a triplet for each person:
     * two of their images, and a negative from the same part. People who stand in a special test set, too, fall into the ordinary one, so that
     * no part trains on them; there they come first. Random's and shuffle's algorithms are part of Java's documentation.
     *
     * @throws FacetException where there are too few people or triplets for three parts, too many who stand in special test sets, or where two
     *     parts share an image
     */
    public static TripletSplit of(FaceSet faces, long seed, Negatives negatives) {
        List<Object> pool = new ArrayList<>(faces.people());
        pool.addAll(faces.pooled());
        int tenth = Math.max(FEWEST, pool.size() / 10);
        TripletSet special = new TripletSet("special", faces.triplets().stream().filter(t -> !t.kind().equals(FaceSet.ORDINARY)).toList());
        if (pool.size() < 3 * FEWEST) {
            throw new FacetException("The face set " + faces.name() + " has " + pool.size()
                    + " people with two images, or triplets: three parts need at least " + 3 * FEWEST + ". Add some.");
        }
        Random random = new Random(seed);
        Collections.shuffle(pool, random);
        Set<String> known = special.people();
        Predicate<Object> tested = each -> each instanceof Person person && known.contains(person.name());
        if (pool.stream().filter(tested).count() > tenth) {
            throw new FacetException("More than a tenth of the people of " + faces.name() + " stand in its special test sets, and can't all be kept from training. Give fewer special triplets, or more people.");
        }
        pool.sort(Comparator.comparing(each -> !tested.test(each)));
        TripletSet test = draw("test", pool.subList(0, tenth), negatives, random);
        TripletSet validation = draw("validation", pool.subList(tenth, 2 * tenth), negatives, random);
        TripletSet train = draw("train", pool.subList(2 * tenth, pool.size()), negatives, random);
        DisjointParts parts = new DisjointParts(test, validation, train, special);
        parts.check(faces.pooled(), test, validation, train);
        parts.checkSpecial(special, validation, train);
        List<TripletSet> tests = new ArrayList<>(List.of(test));
        tests.addAll(TripletSet.byKind(special.triplets()));
        return new TripletSplit(faces.name(), train, validation, tests);
    }

    private static TripletSet draw(String name, List<Object> part, Negatives negatives, Random random) {
        List<Person> people = part.stream().filter(Person.class::isInstance).map(Person.class::cast).toList();
        List<Triplet> triplets = new ArrayList<>();
        for (Object each : part) {
            triplets.add(each instanceof Triplet given ? given : triplet((Person) each, people, negatives, random));
        }
        return new TripletSet(name, triplets);
    }

    private static Triplet triplet(Person person, List<Person> people, Negatives negatives, Random random) {
        int anchor = random.nextInt(person.images().size());
        int positive = random.nextInt(person.images().size() - 1);
        List<Person> others = people.stream().filter(other -> other != person).toList();
        if (others.isEmpty()) { // most of the part are given triplets
            throw alone(person.name());
        }
        Person negative = negatives.choose(person, others, random);
        return new Triplet(person.name(), person.kind(), person.images().get(anchor),
                person.images().get(positive < anchor ? positive : positive + 1), // any but the anchor, each as likely
                negative.images().get(random.nextInt(negative.images().size())));
    }

    static FacetException alone(String person) {
        return new FacetException(person + " is alone in a part of the split, so there is no negative: add people.");
    }

    /** @return the validation set, the test sets, then those that a judge chose: what is measured after each epoch */
    public List<TripletSet> measured() {
        List<TripletSet> sets = new ArrayList<>(List.of(validation));
        sets.addAll(testSets);
        sets.addAll(judged);
        return sets;
    }

    /** @return the training set, then what is measured */
    public List<TripletSet> all() {
        List<TripletSet> sets = new ArrayList<>(List.of(train));
        sets.addAll(measured());
        return sets;
    }

    /** @return the same with at most so many triplets in each part */
    public TripletSplit limit(int triplets) {
        return new TripletSplit(name, train.limit(triplets), validation.limit(triplets), limited(testSets, triplets), limited(judged, triplets));
    }

    private static List<TripletSet> limited(List<TripletSet> sets, int triplets) {
        return sets.stream().map(set -> set.limit(triplets)).toList();
    }

    /** @return the same triplets with another file for each image, such as its aligned face */
    public TripletSplit images(UnaryOperator<Path> file) {
        return new TripletSplit(name, train.images(file), validation.images(file), testSets.stream().map(set -> set.images(file)).toList(),
                judged.stream().map(set -> set.images(file)).toList());
    }

    /**
     * Names the triplets by their images as person/file and their sizes in bytes, so that another form of the same photographs is another
     * split. What a judge chose from them does not count.
     *
     * @return 12 digits of a SHA-256, the same on every machine
     */
    public String hash() {
        StringBuilder text = new StringBuilder();
        for (TripletSet set : Stream.concat(Stream.of(train, validation), testSets.stream()).toList()) {
            for (Triplet t : set.triplets()) {
                text.append(String.join("\t", set.name(), t.name(), end(t.anchor()), end(t.positive()), end(t.negative()))).append('\n');
            }
        }
        return DigestUtils.sha256Hex(text.toString()).substring(0, 12);
    }

    private static String end(Path image) {
        return image.getParent().getFileName() + "/" + image.getFileName() + ":" + image.toFile().length();
    }
}
